package cotejo.registry;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Gate;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.RegistryEvent.Move;
import cotejo.model.StageRequest;
import cotejo.model.VersionCard;
import cotejo.store.RegistryBook;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moves versions from stage to stage, past the gates, and back again.
public final class Promotions {

    private static final int ATTEMPTS = 5;

    /// What is asked for.
    ///
    /// @param archive  what happens to the other versions in that stage
    /// @param override why it is to happen though a gate is not passed; null when it is not
    public record Wish(ModelId model, int version, String stage, Others archive, String comment,
            @Nullable String override, String who) {
    }

    /// What happens to the other versions in the stage.
    public enum Others {
        STAY,
        ARCHIVE
    }

    /// What would happen, as things stand.
    ///
    /// @param archived  versions that would be archived
    /// @param incumbent the newest other version now in the stage
    /// @param gates     what the gates say
    public record Plan(ModelCard model, VersionCard version, String from, String to, List<VersionCard> archived,
            Optional<VersionCard> incumbent, List<Gate> gates) {

        public boolean passes() {
            return gates.stream().allMatch(Gate::passed);
        }
    }

    private final Registry registry;
    private final RegistryBook book;

    Promotions(Registry registry, RegistryBook book) {
        this.registry = registry;
        this.book = book;
    }

    /// Has what a promotion needs made ready, off the thread that will want it: the first one of a program takes ten
    /// times as long as those after it. Nothing is written.
    public void prepare() {
        book.prepare();
    }

    /// Says what would happen. It reads files where a gate asks for that.
    ///
    /// @throws RegistryRefusal when it may not happen at all
    public Plan plan(Wish wish, Cancel cancel) {
        ModelCard model = registry.model(wish.model()).orElseThrow(() -> new RegistryRefusal(
                RegistryRefusal.Kind.UNKNOWN, Texts.get("registry.model.unknown", wish.model().name())));
        VersionCard version = live(model, wish.version());
        String to = registry.stage(wish.stage());
        if (wish.archive() == Others.ARCHIVE) {
            Stages.mayArchive(to);
        }
        List<VersionCard> others = model.in(to).stream().filter(v -> v.version() != wish.version()).toList();
        Optional<VersionCard> incumbent = others.isEmpty() ? Optional.empty() : Optional.of(others.getLast());
        List<String> rules = registry.gates(wish.model()).getOrDefault(to, List.of());
        List<Gate> gates = new Gates(registry.versions(), model, version, incumbent.orElse(null), cancel).run(rules);
        return new Plan(model, version, version.stage(), to,
                wish.archive() == Others.ARCHIVE ? others : List.of(), incumbent, gates);
    }

    private static VersionCard live(ModelCard model, int number) {
        return model.version(number).orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                Texts.get("registry.version.unknown", model.name(), Integer.toString(number))));
    }

    /// Does it, in one transaction: all of it or nothing. The gates are run before; if somebody changed the model
    /// meanwhile, they are run again over what it has become.
    ///
    /// @return what was added to the history
    /// @throws RegistryRefusal when it may not happen, or a gate is not passed and no reason was given
    public List<RegistryEvent> promote(Wish wish, Cancel cancel) {
        return promote(wish, null, cancel);
    }

    private List<RegistryEvent> promote(Wish wish, @Nullable StageRequest request, Cancel cancel) {
        for (int attempt = 1;; attempt++) {
            cancel.check();
            Plan plan = plan(wish, cancel);
            boolean passes = plan.passes();
            @Nullable String override = wish.override() == null || wish.override().isBlank() ? null
                    : wish.override().strip();
            if (!passes && override == null) {
                throw new RegistryRefusal(RegistryRefusal.Kind.GATE, blocked(plan), plan.gates());
            }
            try {
                return book.change(pen -> {
                    ModelCard now = pen.card(wish.model()).orElse(null);
                    if (!plan.model().equals(now)) {
                        throw new Changed();
                    }
                    write(pen, wish, plan, passes ? null : override, request);
                });
            } catch (Changed meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw new RegistryRefusal(RegistryRefusal.Kind.RULE,
                            Texts.get("registry.promote.busy", wish.model().name()));
                }
            }
        }
    }

    /// The model is not any more what the gates saw.
    private static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("", null, false, false);
        }
    }

    private static String blocked(Plan plan) {
        List<String> told = plan.gates().stream().filter(gate -> !gate.passed())
                .map(gate -> gate.rule() + ": " + gate.told()).toList();
        return Texts.get("registry.promote.blocked", plan.model().name(),
                Integer.toString(plan.version().version()), plan.to(), String.join("; ", told));
    }

    private static void write(cotejo.store.RegistryPen pen, Wish wish, Plan plan, @Nullable String override,
            @Nullable StageRequest request) {
        long now = System.currentTimeMillis();
        long key = pen.model(wish.model(), now);
        if (request != null && !pen.decide(request.id(), StageRequest.State.APPROVED, wish.who(), now,
                wish.comment())) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.request.decided"));
        }
        List<Move> moves = new ArrayList<>();
        for (VersionCard other : plan.archived()) {
            pen.lay(key, other.version(), now);
            pen.stage(key, other.version(), Stages.ARCHIVED, now);
            moves.add(new Move(other.version(), plan.to(), Stages.ARCHIVED));
        }
        pen.lay(key, wish.version(), now);
        pen.stage(key, wish.version(), plan.to(), now);
        pen.touch(key, now);
        if (request != null) {
            pen.append(new RegistryEvent(0, key, wish.version(), now, now, wish.who(), Kind.APPROVE, null, plan.to(),
                    wish.comment(), Detail.of(Map.of("request", Long.toString(request.id()), "by", request.who()))));
        }
        if (override != null) {
            pen.append(new RegistryEvent(0, key, wish.version(), now, now, wish.who(), Kind.GATE_OVERRIDE,
                    plan.from(), plan.to(), override, new Detail(List.of(), plan.gates(), Map.of())));
        }
        pen.append(new RegistryEvent(0, key, wish.version(), now, now, wish.who(), Kind.TRANSITION, plan.from(),
                plan.to(), wish.comment(), new Detail(List.copyOf(moves), plan.gates(), Map.of())));
    }

    /// Takes a move back, with those that went along, as a new event. Without an event it is the model's last move.
    ///
    /// @throws RegistryRefusal when a version has moved on since
    public List<RegistryEvent> rollback(ModelId id, @Nullable Long event, String comment, String who) {
        return book.change(pen -> {
            long now = System.currentTimeMillis();
            ModelCard model = pen.card(id).orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                    Texts.get("registry.model.unknown", id.name())));
            long key = pen.model(id, now);
            RegistryEvent taken = taken(pen.history(key), id, event);
            List<Move> back = new ArrayList<>();
            for (Move move : moves(taken)) {
                VersionCard version = live(model, move.version());
                if (!version.stage().equals(move.to())) {
                    throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.rollback.moved",
                            model.name(), Integer.toString(move.version()), version.stage(), move.to()));
                }
                pen.lay(key, move.version(), now);
                pen.stage(key, move.version(), move.from(), now);
                back.add(new Move(move.version(), move.to(), move.from()));
            }
            pen.touch(key, now);
            Move first = back.removeFirst();
            pen.append(new RegistryEvent(0, key, first.version(), now, now, who, Kind.ROLLBACK, first.from(),
                    first.to(), comment, new Detail(List.copyOf(back), List.of(),
                            Map.of("event", Long.toString(taken.id())))));
        });
    }

    private static RegistryEvent taken(List<RegistryEvent> history, ModelId id, @Nullable Long event) {
        List<RegistryEvent> moves = history.stream()
                .filter(e -> e.kind() == Kind.TRANSITION || e.kind() == Kind.ROLLBACK)
                .filter(e -> e.from() != null && e.to() != null).toList();
        Optional<RegistryEvent> found = event == null ? moves.stream().reduce((a, b) -> b)
                : moves.stream().filter(e -> e.id() == event).findAny();
        return found.orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN, event == null
                ? Texts.get("registry.rollback.none", id.name())
                : Texts.get("registry.rollback.noEvent", id.name(), Long.toString(event))));
    }

    private static List<Move> moves(RegistryEvent event) {
        List<Move> moves = new ArrayList<>();
        moves.add(new Move(event.version(), String.valueOf(event.from()), String.valueOf(event.to())));
        moves.addAll(event.detail().moves());
        return moves;
    }

    /// Asks for a move that somebody else is to approve.
    ///
    /// @return the number of the request
    public long request(Wish wish) {
        ModelCard model = registry.model(wish.model()).orElseThrow();
        VersionCard version = live(model, wish.version());
        String to = registry.stage(wish.stage());
        if (wish.archive() == Others.ARCHIVE) {
            Stages.mayArchive(to);
        }
        long[] number = new long[1];
        registry.change(wish.model(), wish.version(), wish.who(), Kind.REQUEST, wish.comment(),
                Map.of("from", version.stage(), "to", to), (pen, key, now) -> number[0] = pen.request(
                        new StageRequest(0, key, wish.version(), to, wish.archive() == Others.ARCHIVE, wish.who(),
                                now, wish.comment(), StageRequest.State.PENDING, "", 0, "")));
        return number[0];
    }

    /// All requests of a model, oldest first; of all models with null.
    public List<StageRequest> requests(@Nullable ModelId id) {
        long key = id == null ? 0 : book.key(id);
        return book.requests().stream().filter(request -> id == null || request.modelKey() == key).toList();
    }

    private StageRequest pending(long number) {
        StageRequest request = book.requests().stream().filter(r -> r.id() == number).findAny()
                .orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                        Texts.get("registry.request.unknown", Long.toString(number))));
        if (request.state() != StageRequest.State.PENDING) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.request.decided"));
        }
        return request;
    }

    private ModelId model(StageRequest request) {
        return Optional.ofNullable(book.keys().get(request.modelKey())).orElseThrow(() -> new RegistryRefusal(
                RegistryRefusal.Kind.UNKNOWN, Texts.get("registry.request.unknown", Long.toString(request.id()))));
    }

    /// Approves a request, which moves the version, past the gates.
    public List<RegistryEvent> approve(long number, String comment, @Nullable String override, String who,
            Cancel cancel) {
        StageRequest request = pending(number);
        return promote(new Wish(model(request), request.version(), request.stage(),
                request.archive() ? Others.ARCHIVE : Others.STAY, comment, override, who), request, cancel);
    }

    /// Rejects a request; nothing moves.
    public List<RegistryEvent> reject(long number, String comment, String who) {
        StageRequest request = pending(number);
        return registry.change(model(request), request.version(), who, Kind.REJECT, comment,
                Map.of("request", Long.toString(number), "by", request.who()), (pen, key, now) -> {
                    if (!pen.decide(number, StageRequest.State.REJECTED, who, now, comment)) {
                        throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.request.decided"));
                    }
                });
    }
}
