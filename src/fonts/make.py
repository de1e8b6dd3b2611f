#!/usr/bin/env python3
"""Makes the fonts in src/main/resources/cotejo/fonts from the web fonts of the npm package inter-ui 4.1.1.

JavaFX cannot ask a font for its tabular figures, so they are put where the plain ones stand: every digit, plus and
minus is equally wide and columns of numbers line up. The result is a modified version under the SIL Open Font
License and so has a name of its own, Cotejo Sans. Its bold is Inter's SemiBold: one weight change is all the window
needs. JetBrains Mono stands beside it unchanged.

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    pip install fonttools brotli
    python3 src/fonts/make.py package src/main/resources/cotejo/fonts
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TABULAR = "0123456789+−±×÷=<>≤≥≈"
KEPT = [(0x20, 0x24F), (0x259, 0x259), (0x2B0, 0x36F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x20BF),
        (0x2100, 0x22FF), (0x2300, 0x23FF), (0x25A0, 0x27BF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]
STYLES = [("Regular", "Regular", "Cotejo Sans", "Regular", 400),
          ("Medium", "Medium", "Cotejo Sans Medium", "Regular", 500),
          ("SemiBold", "Bold", "Cotejo Sans", "Bold", 700)]


def tabular_figures(font):
    features = [r.Feature for r in font["GSUB"].table.FeatureList.FeatureRecord if r.FeatureTag == "tnum"]
    lookup = font["GSUB"].table.LookupList.Lookup[features[0].LookupListIndex[0]]
    wide = {}
    for table in lookup.SubTable:
        wide.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for character in TABULAR:
            glyph = table.cmap.get(ord(character))
            if glyph in wide:
                table.cmap[ord(character)] = wide[glyph]


def rename(font, family, style, weight):
    names = font["name"]
    version = names.getDebugName(5)
    postscript = family.replace(" ", "") + "-" + style
    names.names = [n for n in names.names if n.nameID in (0, 8, 9, 11, 12, 13, 14)]
    full = family if style == "Regular" else family + " " + style
    for number, text in ((1, family), (2, style), (3, postscript), (4, full), (5, version), (6, postscript),
                         (10, "Inter with tabular figures in the place of the plain ones")):
        names.setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0


def main(package, out):
    for source, target, family, style, weight in STYLES:
        font = TTFont(Path(package) / "web" / f"Inter-{source}.woff2", recalcTimestamp=False)
        tabular_figures(font)
        options = subset.Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
        options.name_IDs = ["*"]
        options.glyph_names = False
        options.notdef_outline = True
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for low, high in KEPT for c in range(low, high + 1)])
        subsetter.subset(font)
        rename(font, family, style, weight)
        font.flavor = None
        font.save(Path(out) / f"CotejoSans-{target}.ttf")


main(*sys.argv[1:])
