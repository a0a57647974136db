"""
Draw the photographs of the demo: no real person is in any of them.

`brush` paints shapes, `light` makes them uneven as photographs are, `figure`,
`head`, `face`, `hair` and `outfit` draw people after their `looks`, `nature` and
`things` what is around them.  `scenes` put it together, `variations` do to a picture
what telephones do, `paper` is the scan of a signed form, `folder` writes everything
down.  May import Pillow and the
vocabulary of `service.decision.terms`; never opens a file that it did not write.

Start reading at `scene.py`, then look at `scenes/beach.py`.
"""
