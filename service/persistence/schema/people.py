"""
Name the tables of people and of those who answer for them.
"""

from sqlalchemy import Index

from service.persistence.schema.versioned import versioned

people = versioned("people", "category", "external_id", "unit_ids")
signatories = versioned("signatories", "external_id")
authorities = versioned("authorities", "person_id", "signatory_id")
protections = versioned("protections", "person_id")
pairs = versioned("pairs", "person_id", "other_id", "verdict")

Index(None, authorities.c.organisation_id, authorities.c.person_id)
Index(None, authorities.c.organisation_id, authorities.c.signatory_id)
Index(None, protections.c.organisation_id, protections.c.person_id)
Index(None, pairs.c.organisation_id, pairs.c.person_id)
Index(None, pairs.c.organisation_id, pairs.c.other_id)
