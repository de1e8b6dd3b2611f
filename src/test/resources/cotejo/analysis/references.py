"""Makes references.json: what other programs make of the same numbers.

    python3 references.py TENSORBOARD > references.json

TENSORBOARD is a folder as tensorboard.mjs wants it. Where a tool overflows or loses digits (values of 1e300 or 1e-300),
mpmath with 60 digits works out the formula the tool documents, and the script asserts that both agree on plain numbers.
"""
import json
import math
import pathlib
import subprocess
import sys
from fractions import Fraction

import mpmath
import numpy as np
import pandas as pd
import scipy
import scipy.stats as st
import sklearn
import statsmodels
from mpmath import mpf
from sklearn.datasets import make_friedman1
from sklearn.ensemble import RandomForestRegressor
from statsmodels.stats.multitest import multipletests

mpmath.mp.dps = 60
NAN, INF = math.nan, math.inf
MOST = sys.float_info.max
RNG = np.random.default_rng(20260101)

SERIES = {
    "digits": [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8],
    "empty": [],
    "one": [7],
    "two": [7, -2],
    "nan first": [NAN, NAN, 1, 3, 2],
    "nan within": [1, 3, NAN, 5, 4, NAN, NAN, 2, 2.5],
    "infinities": [1, INF, 3, -INF, 5, 4, 4],
    "all nan": [NAN, NAN, NAN],
    "constant": [0.1] * 7,
    "constant but a gap": [0.1, 0.1, NAN, 0.1, 0.1],
    "ties": [2, 2, 2, 1, 1, 2, 2, 1],
    "huge": [1e300, 3e300, -2e300, 5e300, 4e300],
    "at the end": [MOST, -MOST, MOST, MOST, 0],
    "tiny": [1e-300, 3e-300, -2e-300, 5e-300, 4e-300],
    "least": [5e-324, 5e-324, 1e-323, 5e-324, 0],
    "far from zero": [1e9 + x for x in (0.25, 0.5, 0.125, 0.75, 0.0, 0.625)],
    "spike": [0.1] * 6 + [1e300] + [0.1] * 6,
    "random": [float(x) for x in RNG.normal(size=60)],
}
UNEVEN = [0, 1, 2, 10, 11, 40, 100, 100, 100.5, 101, 400, 401, 402]


def number(x):
    x = float(x)
    return x if math.isfinite(x) else "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"


def numbers(xs):
    return [number(x) for x in xs]


def pieces(ys):
    """Where finite values stand together."""
    at = 0
    while at < len(ys):
        end = at
        while end < len(ys) and math.isfinite(ys[end]):
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def constant(ys):
    return all(y == ys[0] for y in ys)


def by_piece(xs, ys, one):
    out = list(map(float, ys))
    if ys and not constant(ys):
        for a, b in pieces(ys):
            out[a:b] = one(xs[a:b], ys[a:b])
    return out


def gaussian(sigma):
    def one(xs, ys):
        out = []
        for x in xs:
            w = [mpmath.exp(-((mpf(x) - mpf(other)) ** 2) / (2 * mpf(sigma) ** 2)) for other in xs]
            out.append(float(mpmath.fdot(w, map(mpf, ys)) / mpmath.fsum(w)))
        return out
    return one


def time_weighted(xs, ys, weight):
    """The closed form of what W&B documents: every point weighs w to the power of its distance in x."""
    span = max(xs) - min(xs) if xs else 0
    w = mpf(min(math.sqrt(weight), 0.999))

    def one(some, values):
        out = []
        for i in range(len(some)):
            weights = [w ** (mpf(0) if not span else (mpf(some[i]) - mpf(some[j])) * 1000 / mpf(span))
                       for j in range(i + 1)]
            out.append(float(mpmath.fdot(weights, map(mpf, values[:i + 1])) / mpmath.fsum(weights)))
        return out
    return by_piece(xs, ys, one)


def rolled(window, what):
    def one(_, ys):
        half = window // 2
        out = []
        for i in range(len(ys)):
            part = [Fraction(y) for y in ys[max(0, i - half):i + half + 1]]
            part.sort()
            middle = part[(len(part) - 1) // 2] / 2 + part[len(part) // 2] / 2
            out.append(float(sum(part) / len(part) if what == "mean" else middle))
        if max(map(abs, ys)) < 1e9 and min(map(abs, ys)) > 1e-9:
            plain = getattr(pd.Series(ys).rolling(window, center=True, min_periods=1), what)()
            assert np.allclose(out, plain, rtol=1e-9), (ys, out, list(plain))
        return out
    return one


def smoothing(tensorboard):
    cases = []
    asked = []
    for name, ys in SERIES.items():
        for weight in (0, 0.5, 0.6, 0.99, 0.9999, 1):
            asked.append({"weight": weight, "values": numbers(ys)})
            cases.append({"name": name, "kind": f"ema:{weight}", "x": list(range(len(ys))), "y": numbers(ys)})
    for case, out in zip(cases, tensorboard({"ema": asked, "outliers": []})["ema"]):
        case["expected"] = out
    for name, ys in SERIES.items():
        for place, xs in (("even", list(range(len(ys)))), ("uneven", UNEVEN[:len(ys)])):
            if len(xs) < len(ys):
                continue
            # The program leaves out weights below 1e-13 of a Gaussian, as it says, which 1e300 would make visible.
            kinds = [(f"gaussian:{s}", by_piece(xs, ys, gaussian(s))) for s in (0.5, 3, 1000) if name != "spike"]
            kinds += [(f"twema:{w}", time_weighted(xs, ys, w)) for w in (0.6, 0.99, 0.9999, 1)]
            if place == "even":
                kinds += [(f"{what}:{n}", by_piece(xs, ys, rolled(n, what)))
                          for what in ("mean", "median") for n in (3, 5, 101)]
            cases += [{"name": f"{name}, {place}", "kind": kind, "x": xs, "y": numbers(ys), "expected": numbers(out)}
                      for kind, out in kinds]
    return cases


def outliers(tensorboard):
    lists = [list(ys) for ys in SERIES.values()]
    lists += [[float(x) for x in RNG.normal(size=n)] for n in (3, 4, 19, 20, 21, 41, 101, 141, 400)]
    lists += [[0.0, -0.0, 0.0, -1e-320, 1e-320], [1e9] * 30 + [NAN], list(range(21)) + [INF, -INF]]
    extents = tensorboard({"ema": [], "outliers": [numbers(ys) for ys in lists]})["outliers"]
    return [{"y": numbers(ys), "expected": out} for ys, out in zip(lists, extents)]


def deviation(ys):
    mean = mpmath.fsum(map(mpf, ys)) / len(ys)
    return mpmath.sqrt(mpmath.fsum((mpf(y) - mean) ** 2 for y in ys) / (len(ys) - 1))


def quantile(ys, share):
    """numpy's default, type 7, in fractions."""
    ordered = sorted(map(Fraction, ys))
    place = Fraction(share) * (len(ys) - 1)
    below = int(place)
    part = place - below
    return float(ordered[below] + (part * (ordered[below + 1] - ordered[below]) if part else 0))


GROUPS = [[1, 2], [5, 5, 5], [0.1] * 3, [0.1] * 7, [0.3, 0.1, 0.2, 0.4], [1e300, 3e300, 2e300], [MOST, -MOST, MOST / 2],
          [1e-300, 3e-300, 2e-300], [1e-170, 3e-170], [1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.125], [-3, 0, 0, 0, 4],
          [1e200, -1e200, 0, 1e199], [0.7, 0.7, 0.7, 0.1], [float(x) for x in RNG.normal(size=31)],
          [float(x) for x in RNG.lognormal(sigma=3, size=12)]]


def bands():
    cases = []
    for ys in GROUPS:
        n = len(ys)
        exact = [Fraction(y) for y in ys]
        mean = mpmath.fsum(map(mpf, ys)) / n
        std = deviation(ys)
        t = mpf(st.t.ppf(0.975, n - 1))
        plain = max(map(abs, ys)) < 1e9 and std > 1e-9
        if plain:
            assert math.isclose(std, np.std(ys, ddof=1), rel_tol=1e-12)
            interval = st.t.interval(0.95, n - 1, np.mean(ys), st.sem(ys))
            assert math.isclose(mean + t * std / mpmath.sqrt(n), interval[1], rel_tol=1e-10)
            assert np.allclose([quantile(ys, q) for q in (.25, .5, .75)], np.quantile(ys, [.25, .5, .75]), rtol=1e-12)
        around = {"STD": std, "SE": std / mpmath.sqrt(n), "CI95": t * std / mpmath.sqrt(n)}
        cases.append({"values": ys, "mean": number(sum(exact) / n), "median": quantile(ys, 0.5),
                      "bands": {name: numbers([mean - half, mean + half]) for name, half in around.items()}
                      | {"MINMAX": [min(ys), max(ys)], "IQR": [quantile(ys, 0.25), quantile(ys, 0.75)]}})
    return cases


def quantiles():
    shares = [0, 0.025, 0.05, 0.1, 0.25, 0.333, 0.5, 0.75, 0.9, 0.95, 1]
    return [{"values": numbers(ys + [NAN, INF, -INF]), "shares": shares,
             "expected": [quantile(ys, q) for q in shares]} for ys in GROUPS]


def students():
    freedom = [1, 2, 3, 5, 7, 10, 19, 30, 59, 120, 999, 12345, 1000000, 2000000000]
    return {"freedom": freedom, "upper95": [number(st.t.ppf(0.975, f)) for f in freedom]}


def scaled(ys, by):
    return [float(mpf(y) / mpf(by)) for y in ys]


PAIRS = [
    ("plain", [0.912, 0.934, 0.921, 0.940, 0.918, 0.927], [0.951, 0.948, 0.939, 0.962, 0.957], 1),
    ("two and two", [1, 2], [4, 6], 1),
    ("two and many", [3.5, 1.25], [2, 4, 8, 16, 5, 6, 7.5], 1),
    ("ties", [1, 2, 2, 3, 4, 4, 5, 7], [2, 3, 5, 6, 6, 8, 9], 1),
    ("mostly ties", [1, 1, 1, 1, 2], [1, 1, 1, 1, 1, 1], 1),
    ("the same", [1, 2, 3, 4], [1, 2, 3, 4], 1),
    ("one constant", [0.1, 0.1, 0.1, 0.1], [0.2, 0.4, 0.3, 0.25], 1),
    ("zeros of both signs", [0.0, 1, 2, 3, 5], [-0.0, 4, 6, 7, 8], 1),
    ("huge", [1e300, 3e300, 2e300, 2.5e300], [4e300, 6e300, 3.5e300], 1e300),
    ("at the end", [1.5e308, 1.6e308, 1.7e308], [-1.5e308, -1.2e308, -1.1e308, -1.7e308], 1e308),
    ("tiny", [1e-300, 3e-300, 2e-300, 2.5e-300], [4e-300, 6e-300, 3.5e-300], 1e-300),
    ("small", [1e-170, 3e-170, 2e-170], [4e-170, 6e-170, 3.5e-170], 1e-170),
    ("far from zero", [1e9 + x for x in (.25, .5, .125, .75)], [1e9 + x for x in (.5, 1, .875, .625, 2)], 1),
    ("uneven variance", [float(x) for x in RNG.normal(0, 10, 8)], [float(x) for x in RNG.normal(5, .1, 30)], 1),
    ("twenty and twenty", [float(x) for x in RNG.normal(0, 1, 20)], [float(x) for x in RNG.normal(.7, 1, 20)], 1),
    ("twenty-one and five", [float(x) for x in RNG.normal(0, 1, 21)], [float(x) for x in RNG.normal(.7, 1, 5)], 1),
    ("a hundred each", [float(x) for x in RNG.normal(0, 1, 100)], [float(x) for x in RNG.normal(.3, 2, 100)], 1),
    ("lognormal", [float(x) for x in RNG.lognormal(sigma=2, size=15)],
     [float(x) for x in RNG.lognormal(.5, sigma=2, size=18)], 1),
]


def two_groups():
    cases = []
    for name, first, second, size in PAIRS:
        a, b = scaled(first, size), scaled(second, size)
        welch = st.ttest_ind(b, a, equal_var=False)
        interval = welch.confidence_interval(0.95)
        exact = max(len(a), len(b)) <= 20 and len({x + 0.0 for x in a + b}) == len(a) + len(b)
        whitney = st.mannwhitneyu(b, a, method="exact" if exact else "asymptotic", use_continuity=True)
        n = len(a) + len(b)
        difference = mpmath.fsum(map(mpf, second)) / len(b) - mpmath.fsum(map(mpf, first)) / len(a)
        pooled = mpmath.sqrt(((len(a) - 1) * deviation(first) ** 2 + (len(b) - 1) * deviation(second) ** 2) / (n - 2))
        cohen = difference / pooled
        resampled = st.bootstrap((b, a), lambda y, x, axis: np.mean(y, axis=axis) - np.mean(x, axis=axis),
                                 method="percentile", n_resamples=100000, vectorized=True, batch=2000,
                                 rng=np.random.default_rng(7))
        cases.append({"name": name, "first": first, "second": second, "difference": number(difference),
                      "welch": number(welch.pvalue), "low": number(mpf(interval.low) * mpf(size)),
                      "high": number(mpf(interval.high) * mpf(size)), "mannWhitney": number(whitney.pvalue),
                      "cohen": number(cohen), "hedges": number(cohen * (1 - mpf(3) / (4 * n - 9))),
                      "bootstrap": numbers([mpf(resampled.confidence_interval.low) * mpf(size),
                                            mpf(resampled.confidence_interval.high) * mpf(size)]),
                      "error": number(mpf(float(np.sqrt(np.var(a, ddof=1) / len(a) + np.var(b, ddof=1) / len(b))))
                                      * mpf(size))})
    return cases


def corrections():
    lists = [[0.01, 0.04, 0.03, 0.005, 0.2], [0.5], [1, 1, 1], [0, 0.3, 1], [0.02] * 6, [1e-320, 0.5, 1e-300, 0.04],
             [float(x) for x in RNG.uniform(size=40) ** 3]]
    return [{"p": p, "holm": numbers(multipletests(p, method="holm")[1]),
             "benjaminiHochberg": numbers(multipletests(p, method="fdr_bh")[1])} for p in lists]


def pearson(x, y):
    mx, my = mpmath.fsum(map(mpf, x)) / len(x), mpmath.fsum(map(mpf, y)) / len(y)
    dx, dy = [mpf(v) - mx for v in x], [mpf(v) - my for v in y]
    bottom = mpmath.sqrt(mpmath.fdot(dx, dx) * mpmath.fdot(dy, dy))
    return NAN if bottom == 0 else float(mpmath.fdot(dx, dy) / bottom)


def correlations():
    u, v = RNG.normal(size=50), RNG.normal(size=50)
    pairs = [([1, 2], [3, 1]), ([1], [2]), ([1, 2, 3], [5, 5, 5]), ([0.1] * 5, [1, 2, 3, 4, 5]),
             ([1, 2, NAN, 4, INF, 6], [2, 1, 5, 8, 1, -INF]), ([1, 2, 3, 4], [1, 4, 9, 16]),
             ([1e300, 3e300, 2e300, -5e300], [1, 2, 1.5, -2]), ([1e-300, 3e-300, 2e-300], [1, 2, 1]),
             ([5e-324, 1e-323, 0, 2e-323], [1, 2, 0, 3]), ([MOST, -MOST, 0], [1, -1, 0.5]),
             ([1e9 + d for d in (.25, .5, .125, .75)], [1, 2, 3, 0]), ([0.0, -0.0, 1, 2], [1, 2, 3, 4]),
             ([1, 1, 2, 2, 3, 3, 3], [3, 1, 2, 2, 2, 5, 1]), (list(map(float, u)), list(map(float, u * .3 + v))),
             (list(map(float, np.exp(5 * u))), list(map(float, u + .5 * v)))]
    cases = []
    for x, y in pairs:
        kept = [(a, b) for a, b in zip(x, y) if math.isfinite(a) and math.isfinite(b)]
        a, b = [p[0] for p in kept], [p[1] for p in kept]
        many = len(kept) > 1 and not constant(a) and not constant(b)
        straight = pearson(a, b) if many else NAN
        if many and max(map(abs, a)) < 1e200 and max(map(abs, a)) > 1e-100:
            assert math.isclose(straight, st.pearsonr(a, b)[0], rel_tol=1e-7), (a, b)
        cases.append({"x": numbers(x), "y": numbers(y), "n": len(kept), "pearson": number(straight),
                      "spearman": number(st.spearmanr(a, b)[0] if many else NAN)})
    return cases


def forest():
    """Friedman's first problem (1991): five columns matter, five do not. Only the spread over seeds is told."""
    x, y = make_friedman1(n_samples=200, n_features=10, noise=1.0, random_state=3)
    r2, errors = [], []
    for seed in range(10):
        model = RandomForestRegressor(n_estimators=300, oob_score=True, bootstrap=True, random_state=seed).fit(x, y)
        r2.append(model.oob_score_)
        total = np.zeros(10)
        rng = np.random.default_rng(seed)
        for tree, drawn in zip(model.estimators_, model.estimators_samples_):
            unseen = np.setdiff1d(np.arange(200), drawn)
            right = np.mean((tree.predict(x[unseen]) - y[unseen]) ** 2)
            for column in range(10):
                other = x[unseen].copy()
                other[:, column] = rng.permutation(other[:, column])
                total[column] += np.mean((tree.predict(other) - y[unseen]) ** 2) - right
        errors.append(total / 300 / np.var(y))
    return {"x": [[float(v) for v in row] for row in x.T], "y": [float(v) for v in y],
            "r2": [min(r2), max(r2)], "least": numbers(np.min(errors, axis=0)),
            "greatest": numbers(np.max(errors, axis=0)), "mean": numbers(np.mean(errors, axis=0))}


def densities():
    """scipy's gaussian_kde; by its formula, as it loses digits far from zero."""
    cases = []
    for ys in ([0.1] * 3, [0.1] * 7, [1, 2], [1e9 + .25, 1e9 + .5, 1e9 + .125],
               [float(v) for v in RNG.normal(size=40)]):
        flat = constant(ys)
        at = [min(ys), (min(ys) + max(ys)) / 2, max(ys), max(ys) + 0.3]
        width = 0 if flat else deviation(ys) * mpf(len(ys)) ** mpf("-0.2")
        told = [0] * 4 if flat else [mpmath.fsum(mpmath.npdf(mpf(x), mpf(y), width) for y in ys) / len(ys) for x in at]
        if not flat:
            assert np.allclose(st.gaussian_kde(ys)(at), np.array(told, dtype=float), rtol=1e-5)
        cases.append({"values": ys, "width": number(width), "at": at, "expected": numbers(told)})
    return cases


def main():
    folder = sys.argv[1]
    script = pathlib.Path(__file__).with_name("tensorboard.mjs")

    def tensorboard(request):
        run = subprocess.run(["node", script, folder], input=json.dumps(request), capture_output=True, text=True,
                             check=True)
        return json.loads(run.stdout)

    made = {"made by": {"tensorboard": "70b76c922822 (classicSmoothing, computeDataSeriesExtent)",
                        "numpy": np.__version__, "scipy": scipy.__version__, "pandas": pd.__version__,
                        "scikit-learn": sklearn.__version__, "statsmodels": statsmodels.__version__,
                        "mpmath": mpmath.__version__},
            "smoothing": smoothing(tensorboard), "outliers": outliers(tensorboard), "bands": bands(),
            "quantiles": quantiles(), "students": students(), "twoGroups": two_groups(),
            "corrections": corrections(), "correlations": correlations(), "densities": densities(),
            "forest": forest()}
    print("{")
    rest = len(made)
    for name, part in made.items():
        rest -= 1
        lines = [json.dumps(item) for item in part] if isinstance(part, list) else None
        print(json.dumps(name) + ": " + (json.dumps(part) if lines is None else "[\n" + ",\n".join(lines) + "]")
              + ("," if rest else ""))
    print("}")


main()
