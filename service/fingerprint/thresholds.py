"""
The distances that mean something, each with the measurement behind it.

Measured on 8,256 distinct real photographs (68 million ordered pairs) and 91
transforms of 150 of them, with the 256-bit DCT hash in eight orientations.
"""

from typing import Final

SIMILAR_RADIUS_BITS: Final = 56
"""
Up to here two fingerprints count as similar.

Wrong for 4.3 in ten million pairs of photographs; finds 64 % of altered copies over
thirteen families of alterations (all that are recompressed, resized, turned or
mirrored; 9 in 10 with changed tones or text laid over).  At 61 it is wrong for one in
a million.  Similar is never a yes: frames of one burst lie 4 to 10 bits apart, and a
person can have walked in.
"""

NOISE_LEVEL: Final = 400
"""
A coefficient of the 64 × 64 DCT closer to the median than this may change its bit.

Recompression at quality 30 moves 95 % of the coefficients by less (300 photographs).
"""

STEADY_BITS_FLOOR: Final = 128
"""
A picture with fewer bits that noise cannot change is too little to recognise.

Photographs have 214 or more of 256 (300 photographs, four filmed scenes), a page of
text 225, faint clouds 209; a few words on a white page 107, one soft spot 48, an even
sky 9, a blank page 1.  Below 144 steady bits the others alone may exceed the radius.
"""

RECOGNISABLE_PX: Final = 64
"""
A picture whose longer side is shorter is too little to recognise, whatever it shows.

The fingerprint is of 64 × 64 pixels, so the rest of them would be made up; what is this
small is an icon or an avatar.  At 100 pixels all photographs are still recognised.
"""
