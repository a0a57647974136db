"""
What a language does by itself: its dates, its countries, its "d’".

The words of pages, letters and papers stand with those who say them; this is what is the
same for all.  Pure: no storage, no clock, no verb.  May import nothing of ours.
"""
