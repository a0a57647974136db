"""
Name every family of imitations, with what is wanted of each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PIL import Image

from benchmarks.recall import altered, cameras, colours, frames, overlays, screens, wear
from benchmarks.recall.geometry import (
    crop_off_grid,
    crop_on_grid,
    resize_by,
    resize_to,
    rotate,
    stretch,
    turn,
)
from benchmarks.recall.journeys import then
from benchmarks.recall.variant import Make, Save, Variant, jpeg, png, unchanged, webp


@dataclass(frozen=True, slots=True)
class Family:
    """
    Imitations of one kind.
    """

    name: str
    variants: tuple[Variant, ...]
    wanted: float | None
    """The share that must be found; None is only reported."""
    in_macro: bool = True


_SAVED: Final = jpeg(85)


def _plain(save: Save = _SAVED, *, others: int = 0, **made: Make) -> tuple[Variant, ...]:
    return tuple(Variant(name, make, save, others) for name, make in made.items())


def _numbered(made: Mapping[str, Make]) -> tuple[Variant, ...]:
    return tuple(Variant(name, make, _SAVED) for name, make in made.items())


def _exif(orientation: int) -> Save:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return jpeg(85, exif=exif)


_RECOMPRESS = (
    *(Variant(f"jpeg_{q}", unchanged, jpeg(q)) for q in (90, 75, 60, 45, 30, 20, 10)),
    Variant("jpeg_70_progressive", unchanged, jpeg(70, progressive=True)),
    Variant("jpeg_80_full_colour", unchanged, jpeg(80, subsampling=0)),
    *(Variant(f"webp_{q}", unchanged, webp(q)) for q in (85, 50, 20)),
)
_RESIZE = (
    *_numbered({f"by_{share}": resize_by(share) for share in (0.5, 0.66, 0.75, 1.5)}),
    *_numbered({f"to_{longest}": resize_to(longest) for longest in (100, 128, 160, 256)}),
    *_plain(png, to_200_png=resize_to(200)),
)
_ASPECT = _plain(
    wider_10=stretch(1.1, 1),
    wider_5=stretch(1.05, 1),
    narrower_10=stretch(0.9, 1),
    taller_10=stretch(1, 1.1),
    flatter_10=stretch(1, 0.9),
    flatter_5=stretch(1, 0.95),
    smaller_wider_10=stretch(0.66, 0.6),
)
_ORIENTATION = (
    *_numbered({how.name.lower(): turn(how) for how in Image.Transpose}),
    *(Variant(f"exif_{mark}", unchanged, _exif(mark)) for mark in (3, 5, 6, 8)),
)
_ROTATION = tuple(
    variant
    for corners in ("black", "white", "expand", "cut")
    for variant in _numbered(
        {
            f"{corners}_1_to_3": rotate(1, 3, corners=corners),
            f"{corners}_3_to_6": rotate(3, 6, corners=corners),
            f"{corners}_6_to_10": rotate(6, 10, corners=corners),
        }
    )
)
_CROP = tuple(
    variant
    for keep in (0.9, 0.8, 0.7, 0.6, 0.5)
    for variant in _numbered(
        {
            f"keep_{keep}_on_grid": crop_on_grid(keep),
            f"keep_{keep}_off_grid": crop_off_grid(keep),
        }
    )
)
_BORDER = _plain(
    white_5=frames.border(0.05, frames.WHITE),
    white_15=frames.border(0.15, frames.WHITE),
    black_5=frames.border(0.05, frames.BLACK),
    black_20=frames.border(0.2, frames.BLACK),
    coloured_10=frames.border(0.1, (196, 60, 92)),
    bars_above_and_below=frames.bars(0.2, upright=False),
    bars_beside=frames.bars(0.3, upright=True),
    instant_print=frames.instant_print,
    patterned=frames.patterned,
)
_STORY = _plain(
    blurred=frames.story(frames.blurred),
    blurred_smaller=frames.story(frames.blurred, share=0.8),
    plain=frames.story(frames.plain),
    plain_with_words=frames.story(frames.plain, share=0.9, words="Thank you all!"),
    gradient=frames.story(frames.gradient, share=0.7),
    gradient_with_words=frames.story(frames.gradient, share=0.85, words="Our summer camp"),
)
_SCREENSHOT = (
    *_plain(png, gallery_dark=screens.gallery(screens.DARK)),
    *_plain(
        gallery_light=screens.gallery(screens.LIGHT),
        chat_light=screens.messenger_chat(screens.LIGHT),
        chat_dark=screens.messenger_chat(screens.DARK),
        browser_light=screens.browser(screens.LIGHT),
        browser_dark=screens.browser(screens.DARK),
        feed_light=screens.feed(screens.LIGHT),
        feed_dark=screens.feed(screens.DARK),
    ),
)
_COLLAGE = _plain(
    others=3,
    squares_white=frames.collage(12, frames.WHITE),
    squares_without_gap=frames.collage(0, frames.BLACK),
    whole_on_a_board=frames.whole_collage,
)
_OVERLAY = _plain(
    caption_bar=overlays.caption_bar,
    meme=overlays.meme,
    date_stamp=overlays.date_stamp,
    watermark=overlays.watermark,
    emoji_one_large=overlays.emoji(1, 0.3),
    emoji_six=overlays.emoji(6, 0.12),
    logo=overlays.logo,
    blurred_four=overlays.patches(4, 0.15, how="blur"),
    pixelated_two=overlays.patches(2, 0.25, how="pixels"),
    blacked_out=overlays.patches(3, 0.15, how="black"),
    scribble=overlays.scribble,
)
_TONE = _plain(
    brighter=colours.brightness(1.35),
    darker=colours.brightness(0.6),
    more_contrast=colours.contrast(1.5),
    less_contrast=colours.contrast(0.55),
    gamma_lifted=colours.gamma(0.6),
    gamma_lowered=colours.gamma(1.6),
    auto_contrast=colours.auto_contrast,
    equalised=colours.equalise,
)
_COLOUR = _plain(
    saturated=colours.saturation(1.8),
    pale=colours.saturation(0.35),
    grey=colours.grey,
    sepia=colours.sepia,
    hue_30=colours.hue(30),
    hue_150=colours.hue(150),
    warm=colours.temperature(0.2),
    cold=colours.temperature(-0.2),
)
_FILTERS = _plain(
    vignette=colours.vignette(0.7),
    vivid=colours.vivid,
    faded=colours.faded,
    rosy=colours.rosy,
    duotone=colours.duotone,
    noir=colours.noir,
    posterised=colours.posterise,
    solarised=colours.solarise,
    inverted=colours.invert,
)
_WEAR = _plain(
    noise_8=wear.noise(8),
    noise_20=wear.noise(20),
    specks=wear.specks(0.02),
    blur_1=wear.blur(1),
    blur_3=wear.blur(3),
    motion_9=wear.motion(9),
    sharpened=wear.sharpen(150),
    sharpened_hard=wear.sharpen(400),
    smoothed=wear.median,
)
_WHATSAPP = (
    Variant("once", wear.messenger(1600, 75, 1), jpeg(75)),
    Variant("twice", wear.messenger(1600, 75, 2), jpeg(75)),
    Variant("three_times", wear.messenger(1600, 75, 3), jpeg(70)),
    Variant("smaller_twice", wear.messenger(1280, 70, 2), jpeg(60)),
)
_PRINTED = _plain(
    careful=cameras.printed(cameras.CAREFUL),
    quick=cameras.printed(cameras.QUICK),
    bad=cameras.printed(cameras.BAD),
)
_DISPLAYED = _plain(
    careful=cameras.displayed(cameras.CAREFUL),
    quick=cameras.displayed(cameras.QUICK),
    bad=cameras.displayed(cameras.BAD),
)
_COMBINED = _plain(
    jpeg(75),
    forwarded_screenshot=then(screens.gallery(screens.DARK), wear.messenger(1280, 70, 2)),
    cropped_and_captioned=then(crop_off_grid(0.8), overlays.caption_bar),
    mirrored_and_filtered=then(turn(Image.Transpose.FLIP_LEFT_RIGHT), colours.vivid),
    filtered_story=then(colours.faded, frames.story(frames.blurred)),
    turned_and_cropped=then(rotate(2, 6, corners="cut"), crop_off_grid(0.8)),
    reposted=then(overlays.logo, frames.border(0.08, frames.WHITE), wear.messenger(800, 60, 2)),
    screenshot_of_a_chat_of_a_crop=then(crop_on_grid(0.7), screens.messenger_chat(screens.LIGHT)),
    print_sent_on=then(cameras.printed(cameras.CAREFUL), wear.messenger(800, 60, 2)),
)

FAMILIES: Final = (
    Family("recompress", _RECOMPRESS, 1.0),
    Family("resize", _RESIZE, 1.0),
    Family("aspect", _ASPECT, 1.0),
    Family("orientation", _ORIENTATION, 1.0),
    Family("wear", _WEAR, 1.0),
    Family("whatsapp", _WHATSAPP, 1.0),
    Family("rotation", _ROTATION, 0.99),
    Family("crop", _CROP, 0.99),
    Family("crop_quarter", _plain(on_grid=crop_on_grid(0.25), off_grid=crop_off_grid(0.25)), 0.85),
    Family("border", _BORDER, 0.99),
    Family("story", _STORY, 0.99),
    Family("screenshot", _SCREENSHOT, 0.95),
    Family("collage", _COLLAGE, 0.95),
    Family("overlay", _OVERLAY, 0.99),
    Family("tone", _TONE, 0.99),
    Family("colour", _COLOUR, 0.99),
    Family("filters", _FILTERS, 0.99),
    Family("print_photo", _PRINTED, 0.95),
    Family("screen_photo", _DISPLAYED, 0.95),
    Family("combined", _COMBINED, None),
    Family("crop_tenth", _plain(off_grid=crop_off_grid(0.1)), None, in_macro=False),
)


def _patches() -> tuple[Variant, ...]:
    """
    Replace a face in every size, by texture or by a piece of another photo.
    """
    return tuple(
        variant
        for percent in (6, 8, 12, 20)
        for variant in (
            Variant(
                f"texture_{percent}",
                altered.patch(percent / 100, altered.texture, feathered=False),
                jpeg(88),
            ),
            Variant(
                f"face_{percent}",
                altered.patch(percent / 100, altered.face, feathered=True),
                jpeg(75),
                others=1,
            ),
        )
    )


ALTERED: Final = Family(
    "altered",
    (
        *_patches(),
        Variant("person_added", altered.person_added, jpeg(80), others=1),
        Variant("person_removed", altered.person_removed, jpeg(80)),
        Variant("text_small", altered.text_added(0.035), jpeg(85)),
        Variant("text_large", altered.text_added(0.08), jpeg(75)),
    ),
    None,
)
HONEST: Final = Family(
    "honest",
    (
        *(Variant(f"jpeg_{q}", unchanged, jpeg(q)) for q in (90, 75, 60, 45, 30)),
        Variant("webp_80", unchanged, webp(80)),
        *_plain(by_75=resize_by(0.75), by_50=resize_by(0.5), to_256=resize_to(256)),
        *_plain(brighter=colours.brightness(1.12), darker=colours.brightness(0.88)),
        *_plain(more_contrast=colours.contrast(1.12), less_contrast=colours.contrast(0.88)),
        *_plain(gamma_lifted=colours.gamma(0.88), gamma_lowered=colours.gamma(1.13)),
        *_plain(saturated=colours.saturation(1.15), pale=colours.saturation(0.85)),
        Variant("whatsapp_once", wear.messenger(1600, 75, 1), jpeg(75)),
        Variant("whatsapp_twice", wear.messenger(1600, 75, 2), jpeg(75)),
    ),
    None,
)
