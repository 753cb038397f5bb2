"""The tables of a story: one schema for every database. Records are kept as their JSON; keys and links are columns.

`made_by` is the version of the code and settings that made a row; the next build makes the others' rows again. A row
whose record is null was tried and could not be made: the reason is among the problems.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA_VERSION = "1"
PROGRAM = "twosource"

tables = MetaData()

meta = Table(
    "meta",
    tables,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

pages = Table(
    "pages",
    tables,
    Column("id", String, primary_key=True),
    Column("source", Text, nullable=False),
    Column("sha256", String, nullable=False),
    Column("media", String, nullable=False),
    Column("encoding", String),
    Column("given", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

articles = Table(
    "articles",
    tables,
    Column("id", String, ForeignKey("pages.id"), primary_key=True),
    Column("made_by", String, nullable=False),
    Column("record", Text),
    Column("digest", String),
    Column("problem", Text),
)

annotated = Table(
    "annotations",
    tables,
    Column("article", String, ForeignKey("pages.id"), primary_key=True),
    Column("made_by", String, nullable=False),
    Column("made_from", String, nullable=False),
    Column("record", Text),
)

sentences = Table(
    "sentences",
    tables,
    Column("id", Integer, primary_key=True),
    Column("article", String, ForeignKey("pages.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

problems = Table(
    "problems",
    tables,
    Column("id", Integer, primary_key=True),
    Column("page", String, ForeignKey("pages.id")),
    Column("source", Text, nullable=False),
    Column("stage", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("message", Text, nullable=False),
)

results = Table(
    "results",
    tables,
    Column("name", String, primary_key=True),
    Column("made_by", String, nullable=False),
    Column("record", Text, nullable=False),
)

judgements = Table(
    "judgements",
    tables,
    Column("place", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("record", Text, nullable=False),
)

Index("problems_by_page", problems.c.page)
Index("problems_by_source", problems.c.source)
