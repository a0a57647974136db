"""
Do to a picture what telephones, chats and people do to it.
"""

from io import BytesIO

from PIL import Image

from cli.demo.drawing.brush import Canvas

CHAT_WIDTH = 900
CHAT_QUALITY = 52
PHONE = (900, 1600)
"""Width and height of the screen that a screenshot shows."""


def forwarded(picture: Image.Image) -> Image.Image:
    """
    Send a picture through a chat twice: smaller, and compressed again.
    """
    height = round(picture.height * CHAT_WIDTH / picture.width)
    small = picture.resize((CHAT_WIDTH, height), Image.Resampling.LANCZOS)
    for quality in (CHAT_QUALITY + 18, CHAT_QUALITY):
        parcel = BytesIO()
        small.save(parcel, "JPEG", quality=quality)
        small = Image.open(BytesIO(parcel.getvalue()))
        small.load()
    return small


def trimmed(picture: Image.Image) -> Image.Image:
    """
    Cut a narrow strip off the left, as one does to straighten a picture.
    """
    return picture.crop((round(picture.width * 0.03), 0, picture.width, picture.height))


def cropped(picture: Image.Image) -> Image.Image:
    """
    Cut away what is on the left and on top.
    """
    width, height = picture.size
    return picture.crop((round(width * 0.3), round(height * 0.12), width, height))


def photographed_screen(picture: Image.Image) -> Image.Image:
    """
    Show a picture as a screenshot does: bars, names, comments around it.
    """
    width, height = PHONE
    screen = Canvas(PHONE, "#f5f6f8")
    screen.box((0, 0, width, 64), "#ffffff")
    screen.letters((90, 34), "12:41", 30, "#20242c")
    for index in range(3):
        screen.box((760 + index * 40, 20, 28, 26), "#20242c", 6)
    shown = round(picture.height * width / picture.width)
    top = 300
    screen.box((0, 64, width, top - 64), "#ffffff")
    screen.ellipse((80, 150), (46, 46), "#8d6fb8")
    screen.letters((80, 150), "LG", 34, "#ffffff")
    screen.letters((260, 132), "Les Glycines", 36, "#20242c")
    screen.letters((226, 176), "2 h - public", 26, "#7a828f")
    screen.letters((330, 252), "Une belle sortie avec les copains !", 34, "#20242c")
    below = top + shown
    screen.box((0, below, width, height - below), "#ffffff")
    for index, word in enumerate(("J'aime", "Commenter", "Partager")):
        screen.letters((150 + index * 300, below + 60), word, 34, "#5a6270")
    for index in range(4):
        y = below + 130 + index * 120
        screen.ellipse((70, y + 40), (34, 34), ("#e6504c", "#4c9fd0", "#6fb35b", "#f4b63f")[index])
        screen.box((126, y, 420 + 90 * (index % 3), 84), "#eceef2", 24)
        screen.box((150, y + 18, 150, 14), "#9aa2b0", 7)
        screen.box((150, y + 48, 280 + 60 * (index % 3), 14), "#c2c8d2", 7)
    screenshot = screen.finished()
    screenshot.paste(picture.resize((width, shown), Image.Resampling.LANCZOS), (0, top))
    return screenshot


def mirrored(picture: Image.Image) -> Image.Image:
    """
    Turn left and right, as front cameras do.
    """
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
