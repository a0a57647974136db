"""
Say what everybody looks like, to be known again in every scene.
"""

from dataclasses import dataclass
from enum import StrEnum

from cli.demo.drawing.brush import Colour, dice


class Build(StrEnum):
    """
    How tall and how grown somebody is.
    """

    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"


class Hair(StrEnum):
    """
    How somebody wears their hair.
    """

    SHORT = "short"
    SIDE = "side"
    SPIKY = "spiky"
    CURLY = "curly"
    AFRO = "afro"
    BOB = "bob"
    LONG = "long"
    BRAIDS = "braids"
    BUN = "bun"
    TAIL = "tail"
    BALD = "bald"
    SCARF = "scarf"


class Cloth(StrEnum):
    """
    The pattern of a top.
    """

    PLAIN = "plain"
    STRIPES = "stripes"
    DOTS = "dots"
    CHECKS = "checks"
    JACKET = "jacket"
    DUNGAREES = "dungarees"
    HEART = "heart"


PORCELAIN, PEACH, HONEY, AMBER, COCOA, EBONY = (
    "#f8d5bb",
    "#f2c5a0",
    "#dda877",
    "#bd8153",
    "#8d5a3a",
    "#5f3b28",
)
BLACK, BROWN, CHESTNUT, GINGER, BLOND, GREY, WHITE = (
    "#241f2b",
    "#4b3024",
    "#7a4a2b",
    "#c8622c",
    "#e3b85c",
    "#9a98a3",
    "#e9e6ea",
)


@dataclass(frozen=True, slots=True)
class Look:
    """
    Everything a figure needs besides where it stands and what it does.
    """

    skin: Colour
    hair: Colour
    style: Hair
    top: Colour
    bottom: Colour
    build: Build = Build.ADULT
    cloth: Cloth = Cloth.PLAIN
    accent: Colour = "#fff6e5"
    shoes: Colour = "#3a3350"
    skirt: bool = False
    glasses: Colour | None = None
    beard: bool = False
    wheelchair: bool = False
    hearing_aid: Colour | None = None
    badge: bool = False
    sash: bool = False
    """The tricolour sash of a mayor in function."""
    hat: Colour | None = None
    freckles: bool = False


C, T = Build.CHILD, Build.TEEN

LOOKS: dict[str, Look] = {
    "emma-peeters": Look(
        PORCELAIN,
        GINGER,
        Hair.BRAIDS,
        "#f2b632",
        "#3f6fa8",
        C,
        Cloth.DUNGAREES,
        "#f7efe0",
        freckles=True,
    ),
    "lucas-moreau": Look(PEACH, BROWN, Hair.SIDE, "#d9483b", "#3b4a6b", C, Cloth.STRIPES),
    "noah-janssens": Look(
        HONEY, BLACK, Hair.CURLY, "#4aa66a", "#54473f", C, Cloth.PLAIN, glasses="#2d4f8a"
    ),
    "mila-van-damme": Look(
        PORCELAIN, BLOND, Hair.TAIL, "#8d5fb0", "#5c3f86", C, Cloth.DOTS, skirt=True
    ),
    "ines-benali": Look(AMBER, BLACK, Hair.LONG, "#ef7d6b", "#2f6f73", C, Cloth.HEART),
    "yanis-diallo": Look(
        EBONY, BLACK, Hair.SHORT, "#f0cf3f", "#385a8c", C, Cloth.STRIPES, "#ea7b2c"
    ),
    "alix-renard": Look(
        PEACH, CHESTNUT, Hair.BOB, "#5bb5c9", "#6d5a8f", C, Cloth.PLAIN, hearing_aid="#e0477d"
    ),
    "zoe-lambert": Look(
        COCOA, BLACK, Hair.AFRO, "#ee6aa0", "#3c4f86", C, Cloth.DOTS, wheelchair=True
    ),
    "elliot-simon": Look(
        PORCELAIN, BLOND, Hair.SPIKY, "#3d7fc1", "#7d6a4d", C, Cloth.CHECKS, freckles=True
    ),
    "theo-garnier": Look(HONEY, BROWN, Hair.SHORT, "#7fae3c", "#4a4560", C, Cloth.HEART),
    "adem-yilmaz": Look(
        HONEY, BLACK, Hair.SPIKY, "#e2e4ec", "#2f3a5e", T, Cloth.STRIPES, "#c63f4c"
    ),
    "lea-dubois": Look(PEACH, CHESTNUT, Hair.LONG, "#e25b8a", "#41547f", T, Cloth.DOTS, "#fff0f4"),
    "hugo-laurent": Look(
        PORCELAIN,
        BROWN,
        Hair.CURLY,
        "#3f8f8b",
        "#3a3f5c",
        T,
        Cloth.CHECKS,
        glasses="#3b2b2b",
        wheelchair=True,
    ),
    "jade-okafor": Look(EBONY, BLACK, Hair.BRAIDS, "#f08a3c", "#4b3c78", T, Cloth.PLAIN),
    "sanne-de-vries": Look(
        PORCELAIN, BLOND, Hair.BOB, "#f2f0e4", "#3a6ea5", T, Cloth.DUNGAREES, "#d65a4a"
    ),
    "amina-haddad": Look(AMBER, "#2f7f86", Hair.SCARF, "#2f7f86", "#50406b", T),
    "camille-lambert": Look(
        PORCELAIN,
        GINGER,
        Hair.BUN,
        "#4d7c5a",
        "#5b4a68",
        cloth=Cloth.PLAIN,
        glasses="#a03a4a",
        freckles=True,
    ),
    "thomas-maes": Look(
        PEACH, BROWN, Hair.SHORT, "#3d68ad", "#4c4a55", cloth=Cloth.CHECKS, beard=True
    ),
    "bernadette-colin": Look(PORCELAIN, GREY, Hair.CURLY, "#a8497e", "#4d4b66", cloth=Cloth.DOTS),
    "luc-hermans": Look(
        PEACH,
        WHITE,
        Hair.BALD,
        "#c98a2e",
        "#5a4a3c",
        cloth=Cloth.STRIPES,
        glasses="#3c3c4c",
        hat="#6a4f3a",
    ),
    "fatima-el-amrani": Look(HONEY, "#b4476a", Hair.SCARF, "#7b3f72", "#3d3a5c"),
    "georges-petit": Look(
        PORCELAIN, WHITE, Hair.SIDE, "#6f8f6a", "#6a5b4c", cloth=Cloth.JACKET, wheelchair=True
    ),
    "odette-marchal": Look(PORCELAIN, WHITE, Hair.BUN, "#8fa7c9", "#5a5878", cloth=Cloth.DOTS),
    "marcel-thiry": Look(
        PEACH, GREY, Hair.SIDE, "#6b5a4a", "#4a4038", cloth=Cloth.JACKET, beard=True
    ),
    "soeur-agnes": Look(PORCELAIN, "#3d3a44", Hair.SCARF, "#4a4652", "#4a4652", skirt=True),
    "nora-lemaire": Look(
        HONEY, BLACK, Hair.BOB, "#2c8c99", "#363a55", cloth=Cloth.JACKET, badge=True
    ),
    "pieter-claes": Look(
        PORCELAIN, BLOND, Hair.SHORT, "#5f9a4a", "#54606f", beard=True, badge=True
    ),
    "sarah-nguyen": Look(
        PEACH, BLACK, Hair.TAIL, "#d8574f", "#3d4668", cloth=Cloth.STRIPES, badge=True
    ),
    "kwame-asante": Look(
        COCOA,
        BLACK,
        Hair.SHORT,
        "#e8a33a",
        "#36415f",
        cloth=Cloth.CHECKS,
        accent="#8a4b1c",
        glasses="#2b2b33",
        badge=True,
    ),
    "isabelle-fontaine": Look(
        PORCELAIN,
        CHESTNUT,
        Hair.LONG,
        "#41508f",
        "#2f3350",
        cloth=Cloth.JACKET,
        glasses="#5a3a2c",
        badge=True,
    ),
    "maud-leroy": Look(PEACH, GREY, Hair.TAIL, "#e07f4f", "#4f5d6f", cloth=Cloth.HEART),
    "bart-wouters": Look(
        PORCELAIN, BROWN, Hair.BALD, "#59677f", "#3c3f4f", cloth=Cloth.JACKET, beard=True
    ),
    "helene-dumoulin": Look(
        PORCELAIN, BLOND, Hair.BOB, "#37415f", "#37415f", cloth=Cloth.JACKET, sash=True
    ),
    "karim-saidi": Look(
        AMBER, BLACK, Hair.SHORT, "#f2efe6", "#3a4a6a", cloth=Cloth.JACKET, beard=True
    ),
    "lou-verlaine": Look(COCOA, "#d8479a", Hair.AFRO, "#f3c33c", "#5a2f7a", cloth=Cloth.JACKET),
    "roger-baert": Look(
        PEACH, GREY, Hair.SHORT, "#7a8f4f", "#5f5348", cloth=Cloth.CHECKS, hat="#7a6a4a"
    ),
}

SKINS = (PORCELAIN, PEACH, HONEY, AMBER, COCOA, EBONY)
HAIRS = (BLACK, BROWN, CHESTNUT, GINGER, BLOND, GREY, WHITE)
TOPS = ("#d9594c", "#3f7fb5", "#e9b44c", "#5a9a68", "#8a63a8", "#e58aa0", "#4aa3a3", "#c9c3b8")
BOTTOMS = ("#3c4a6b", "#57504a", "#6a4f74", "#3f6257")


def passer_by(seed: str, build: Build = Build.ADULT) -> Look:
    """
    Invent somebody nobody knows, the same for the same *seed*.
    """
    roll = dice(seed)
    return Look(
        roll.choice(SKINS),
        roll.choice(HAIRS),
        roll.choice(tuple(Hair)),
        roll.choice(TOPS),
        roll.choice(BOTTOMS),
        build,
        roll.choice(tuple(Cloth)),
        glasses=roll.choice((None, None, None, "#3a3340")),
    )
