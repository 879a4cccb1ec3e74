"""Makes the fonts of the pictures from Adobe's (Latin, Cyrillic and punctuation) and Google's (Arabic), under names of
their own.

Usage: python subset.py SOURCE_SERIF SOURCE_SANS NOTO_NASKH_ARABIC, the unpacked packages (see README.md); needs fonttools and brotli.
"""

import sys
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

SIGNS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0259, 0x0259), (0x02B9, 0x02BF), (0x0300, 0x0338),
    (0x0400, 0x052F), (0x1E00, 0x1EFF), (0x2002, 0x200A), (0x2010, 0x2027), (0x202F, 0x203A),
    (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212),
    (0x2248, 0x2248), (0x2260, 0x2265),
]
ARABIC = [(0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0x200C, 0x200D)]
FONTS = [
    ("serif", "TTF/SourceSerif4Subhead-Regular.ttf", "Sumber Serif", "Regular"),
    ("sans", "TTF/SourceSans3-Regular.ttf", "Sumber Sans", "Regular"),
    ("sans-semibold", "TTF/SourceSans3-Semibold.ttf", "Sumber Sans", "Semibold"),
    ("naskh", "files/noto-naskh-arabic-arabic-400-normal.woff2", "Sumber Naskh", "Regular"),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "lnum", "isol", "init", "medi", "fina", "rlig", "calt"]


def made(source: Path, family: str, style: str, signs: list) -> TTFont:
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[sign for first, last in signs for sign in range(first, last + 1)])
    subsetter.subset(font)
    font.flavor = None
    # "Source" is a reserved name under the licence: what is changed must be called otherwise.
    whole = f"{family} {style}"
    names = {1: whole, 2: "Regular", 3: f"{whole} subset", 4: whole, 6: whole.replace(" ", "-"), 16: family, 17: style}
    kept = {0, 5, 7, 8, 9, 11, 13, 14}
    font["name"].names = [one for one in font["name"].names if one.nameID in kept]
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    return font


def main(serif: str, sans: str, naskh: str) -> None:
    here = Path(__file__).parent
    for name, path, family, style in FONTS:
        package = {"serif": serif, "naskh": naskh}.get(name, sans)
        signs = ARABIC if name == "naskh" else SIGNS
        made(Path(package) / path, family, style, signs).save(here / f"{name}.ttf")
    # A text is drawn in one font, so that of Arabic has the other letters, too.
    names = TTFont(here / "naskh.ttf")["name"]
    merger = merge.Merger(options=merge.Options())
    merger.options.drop_tables = ["BASE", "STAT"]
    both = merger.merge([str(here / "naskh.ttf"), str(here / "sans.ttf")])
    both["name"] = names
    both.save(here / "naskh.ttf")


main(*sys.argv[1:])
