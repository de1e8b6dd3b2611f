package cotejo.command;

import cotejo.dataset.Field;
import cotejo.dataset.Value;
import cotejo.dataset.profile.ColumnProfile;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A profile as JSON. What is not known is null.
final class ProfileJson {

    private static final int TOP = 20;

    /// Whether a profile was made now.
    enum Origin {
        MADE,
        /// Made before, of the same file.
        KEPT
    }

    private ProfileJson() {
    }

    static void write(ColumnProfile profile, Field column, Origin origin, JsonOut json) throws IOException {
        json.object().text("name", profile.leaf().path()).text("type", ProfileCommand.stored(column, profile.leaf()))
                .text("logicalType", profile.leaf().type().label())
                .text("source", profile.source().name().toLowerCase(Locale.ROOT))
                .whole("sampleRows", profile.sampleRows()).flag("cached", origin == Origin.KEPT);
        known("count", profile.count(), json);
        known("nulls", profile.nulls(), json);
        known("nan", profile.nan(), json);
        known("zeros", profile.zeros(), json);
        known("others", profile.others(), json);
        known("distinct", profile.distinct(), json);
        json.flag("distinctExact", profile.exactness() == ColumnProfile.Exactness.EXACT);
        value("min", profile.min(), json);
        value("max", profile.max(), json);
        value("mean", profile.mean(), json);
        value("std", Double.isNaN(profile.std()) ? null : new Value.Real(profile.std(), 64), json);
        json.object("quantiles");
        for (ColumnProfile.Quantile quantile : profile.quantiles()) {
            value(Double.toString(quantile.share()), quantile.value(), json);
        }
        json.endObject().array("top");
        for (ColumnProfile.Top top : profile.top().subList(0, Math.min(TOP, profile.top().size()))) {
            json.array().raw(top.value().json()).whole(top.count()).endArray();
        }
        json.endArray().flag("topExact", profile.topExactness() == ColumnProfile.Exactness.EXACT);
        histogram("histogram", profile.histogram(), json);
        lengths("textLengths", profile.textLengths(), json);
        lengths("listLengths", profile.listLengths(), json);
        ColumnProfile.Truth truth = profile.truth();
        if (truth != null) {
            json.whole("true", truth.trues()).whole("false", truth.falses());
        }
        ColumnProfile.Gap gap = profile.gap();
        if (gap != null) {
            json.array("widestGap").raw(gap.from().json()).raw(gap.to().json()).endArray();
        }
        if (profile.category() != ColumnProfile.Category.NEITHER) {
            json.flag("category", profile.category() == ColumnProfile.Category.CATEGORY);
        }
        json.endObject();
    }

    private static void known(String name, long count, JsonOut json) throws IOException {
        value(name, count < 0 ? null : new Value.Whole(count), json);
    }

    private static void value(String name, @Nullable Value value, JsonOut json) throws IOException {
        json.raw(name, value == null ? "null" : value.json());
    }

    private static void histogram(String name, ColumnProfile.@Nullable Histogram histogram, JsonOut json)
            throws IOException {
        if (histogram == null) {
            json.raw(name, "null");
            return;
        }
        json.object(name).array("edges");
        for (Value edge : histogram.edges()) {
            json.raw(edge.json());
        }
        json.endArray().array("counts");
        for (long count : histogram.counts()) {
            json.whole(count);
        }
        json.endArray().endObject();
    }

    private static void lengths(String name, ColumnProfile.@Nullable Lengths lengths, JsonOut json)
            throws IOException {
        if (lengths != null) {
            json.object(name).whole("min", lengths.min()).whole("max", lengths.max()).number("mean", lengths.mean());
            histogram("histogram", lengths.histogram(), json);
            json.endObject();
        }
    }
}
