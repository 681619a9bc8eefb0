"""The groups of issue codes on their page, each with why such faults come about and what helps."""

from typing import NamedTuple


class Group(NamedTuple):
    """Codes that have their cause and their cure in common."""

    title: str
    prefixes: tuple[str, ...]
    cause: str
    cure: str


GROUPS = (
    Group(
        "Identity numbers",
        ("nik", "kk"),
        "A spreadsheet took the number for a quantity and rounded it, a digit was dropped or "
        "typed twice, or one of the two numbers stands in the column of the other.",
        "Format the column as text and copy the number from the card. Never fill in digits by"
        " guessing. A person without a NIK is welcome: leave it out and say why in "
        "`nik_absence`. The codes with *differs*, *region* and *repeated* are warnings: a "
        "number is never corrected, so they may be true to life.",
    ),
    Group(
        "Telephone numbers",
        ("phone",),
        "The first zero was lost in a spreadsheet, two numbers stand in one cell, or words "
        "stand beside the number.",
        "Write one number with its first zero or with +62, in a column of text.",
    ),
    Group(
        "Dates and periods",
        ("date", "time", "quarter", "period"),
        "The month was written first, the year has two digits, a part is missing, or an end "
        "lies before its start.",
        "Write the day first and the year in full, or the ISO form 2025-10-31. No part of a "
        "date is ever invented: leave out what is not known.",
    ),
    Group(
        "Regions",
        ("region", "region_code", "bps_code", "iso_code"),
        "The name is misspelt or stands in several kabupaten, the code is of the statistics "
        "office, has lost its zeros, or was replaced by an act.",
        "Write the code with dots, or say within which region names are looked for. The "
        "warnings on retired codes name the successor; `regions.crosswalk` has the others.",
    ),
    Group(
        "Words of a list",
        ("term",),
        "The word is of another list, of an older version of it, or misspelt.",
        "Take a word from the [vocabularies](vocabularies.md). `parse` of a vocabulary knows "
        "labels, codes and old spellings; documents take the slug alone.",
    ),
    Group(
        "Texts, numbers, keys",
        ("text", "number", "type", "id", "item", "edition"),
        "A value of another type stands in the field, it is too long or too large, blank, or "
        "listed twice.",
        "Leave out what is not known, instead of writing a dash or a zero. A key has no "
        "meaning: no number of a person may serve as one.",
    ),
    Group(
        "Documents",
        ("document", "json", "field"),
        "The text is no JSON, is of another kind of record or of a newer release, or has "
        "fields that no class knows.",
        "Compare with the [JSON Schema](../how-to/schema.md). Fields of your own belong into "
        "[extensions](../how-to/extensions.md); unknown ones can be [kept](../how-"
        "to/json.md).",
    ),
    Group(
        "Extensions",
        ("extension",),
        "A name is no domain, or a value is nothing that JSON keeps.",
        "Name it by a domain of yours, turned round, and write large numbers as texts.",
    ),
    Group(
        "People, families and beneficiaries",
        ("person", "address", "family", "rank", "beneficiary", "validation", "ppks"),
        "A member is on the card twice at one time, two are head at once, nobody or several "
        "are meant, or a record was approved before it was seen. The codes of `ppks` are "
        "warnings: age, sex or unit is unlike the category.",
        "End the old membership on the day the new one begins. One beneficiary is one person,"
        " one family or one group. Let the one who approves be another than the one who "
        "verified.",
    ),
    Group(
        "Workers",
        ("assignment", "psm"),
        "A role has no day, ends without having begun, or stands twice. The codes of `psm` "
        "are warnings: the seven requirements of Permensos 10/2019, and what has yet to be "
        "shown of them.",
        "Tell the first day, the day of the proposal, or the day of the list. Put what a "
        "paper has shown into `attested_requirements`.",
    ),
    Group(
        "Cases and referrals",
        ("case", "case_file", "step", "referral", "consent"),
        "A step stands where it may not follow, answers or corrects nothing, or a referral "
        "tells more than anybody agreed to.",
        "See [the table of steps](cases.md). Correct a step by a step. Ask for the consent "
        "before the referral, or name the ground of the law.",
    ),
    Group(
        "Organisations, programmes and events",
        (
            "board",
            "speaker",
            "participation",
            "delegation",
            "participant",
            "event",
            "ranking",
            "speech",
        ),
        "A seat is held twice, a delegation or a participant stands twice, a source is named "
        "and not listed, or days do not fit together.",
        "List each source once under a short key and refer to it. What no source tells stays out.",
    ),
    Group(
        "Files",
        ("table", "row", "cell"),
        "The file is damaged, encrypted, too large or of an unknown layout; or a cell holds "
        "what a spreadsheet made of it.",
        "Save the file anew as xlsx or CSV. Look at [the known layouts](layouts.md), or write"
        " [one of your own](../how-to/own-layout.md). `tables.annotate` marks each cell for "
        "those who typed it.",
    ),
)
