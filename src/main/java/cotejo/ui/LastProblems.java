package cotejo.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.importing.ImportReport;
import cotejo.model.Problem;
import cotejo.model.Source;
import cotejo.workspace.Workspace;
import java.util.List;
import org.slf4j.LoggerFactory;

/// The problems of each source's last import, kept with the workspace so that they can be read another day.
public final class LastProblems {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NAME = "problems";

    private final Workspace workspace;

    public LastProblems(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Remembers how an import of a source went. Writes; not for the FX thread.
    public void keep(ImportReport report) {
        for (Source source : workspace.sources().all()) {
            if (source.path().equals(report.path())) {
                try {
                    workspace.views().put(scope(source), NAME, MAPPER.writeValueAsString(report.problems()));
                } catch (JsonProcessingException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    /// The problems of a source's last import. Reads; not for the FX thread.
    public List<Problem> of(Source source) {
        return workspace.views().get(scope(source), NAME).map(LastProblems::parse).orElse(List.of());
    }

    private static List<Problem> parse(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<List<Problem>>() { });
        } catch (JsonProcessingException unreadable) {
            LoggerFactory.getLogger(LastProblems.class).warn("Stored problems could not be read", unreadable);
            return List.of();
        }
    }

    private static String scope(Source source) {
        return "source:" + source.key();
    }
}
