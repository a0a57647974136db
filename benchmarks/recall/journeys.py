"""
Let several things happen to a photo, one after the other.
"""

from PIL import Image

from benchmarks.recall.variant import Make, Material, jpeg, opened


def then(*steps: Make, quality: int = 80) -> Make:
    """
    Do one step after the other, saved as JPEG in between.
    """

    def make(material: Material) -> Image.Image:
        picture = material.photo
        for number, step in enumerate(steps):
            if number:
                picture = opened(jpeg(quality)(picture))
            picture = step(Material(picture, material.others, material.chance))
        return picture

    return make
