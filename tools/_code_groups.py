"""The groups of issue codes on their page, each with a common cause and cure."""

from typing import NamedTuple


class Group(NamedTuple):
    """Codes with a common cause and a common cure."""

    title: str
    prefixes: tuple[str, ...]
    cause: str
    cure: str


GROUPS = (
    Group(
        "Identity numbers",
        ("nik", "kk"),
        "A spreadsheet read the number as a quantity and rounded it, a digit was dropped or typed"
        " twice, or NIK and KK number are in each other's column.",
        "Format the column as text and copy the number from the KTP or KK. Never guess digits. If"
        " a person has no NIK, leave it out and give the reason in `nik_absence`. The codes with"
        " *differs*, *region* and *repeated* are warnings, because a number is never changed and"
        " may be right.",
    ),
    Group(
        "Telephone numbers",
        ("phone",),
        "A spreadsheet dropped the first zero, or the cell has two numbers or also words.",
        "Write one number with its first zero or with +62, in a column of text.",
    ),
    Group(
        "Dates and periods",
        ("date", "partial_date", "birth_date", "time", "month", "quarter", "period"),
        "The month was written first, the year has two digits, a part is missing, or a period ends"
        " before it starts.",
        "Write the day first and the year with four digits, or use the ISO form 2025-10-31. No"
        " missing part of a date is guessed. Of a birth date, write what is known: 1957, 08/1957"
        " or an age; leave out another date that is not known in full.",
    ),
    Group(
        "Regions",
        ("region", "region_code", "bps_code", "iso_code"),
        "The name is misspelt or belongs to several regions, or the code is from BPS, has lost its"
        " zeros, or was replaced by an act.",
        "Write the code with dots, or give the region in which names are looked up. The warnings"
        " about retired codes name the successor; `regions.crosswalk` maps a whole list.",
    ),
    Group(
        "Words of a list",
        ("term",),
        "The word is from another list, from an older version of it, or misspelt.",
        "Choose a word from the [vocabularies](vocabularies.md). `parse` of a vocabulary accepts"
        " labels, codes and old spellings; documents accept the slug alone.",
    ),
    Group(
        "Texts, numbers, keys",
        ("text", "number", "type", "id", "item", "edition"),
        "The value has another type than the field, or it is too long, too large, blank, or listed"
        " twice.",
        "Leave out what is unknown instead of writing a dash or a zero. An ID has no meaning, so"
        " do not use a personal number as one.",
    ),
    Group(
        "Documents",
        ("document", "json", "field"),
        "The text is not JSON, belongs to another kind of record or a newer release, or has"
        " unknown fields.",
        "Compare the document with the [JSON Schema](../how-to/schema.md). Application-defined"
        " fields belong into [extensions](../how-to/extensions.md); unknown fields can be"
        " [preserved](../how-to/json.md).",
    ),
    Group(
        "Extensions",
        ("extension",),
        "A namespace is not a domain, or a value is not JSON.",
        "Use a reversed domain name as namespace, and write large numbers as text.",
    ),
    Group(
        "People, families and beneficiaries",
        ("person", "address", "family", "rank", "beneficiary", "validation", "ppks"),
        "A member is on the KK twice at one time, or a beneficiary is nobody or several. The"
        " codes about two heads, about verification and about `ppks` are warnings; the last say"
        " that age, sex or unit does not match the category.",
        "End the old membership on the day the new one begins. One beneficiary is one person, one"
        " family or one group.",
    ),
    Group(
        "Workers",
        ("assignment", "psm"),
        "An assignment has no date, ends before it starts, or is listed twice. The codes of `psm`"
        " are warnings: the seven requirements of Permensos 10/2019, and which of them have no"
        " proof yet.",
        "Enter the first day, the day of the proposal, or the day of the list. Add each"
        " requirement that a document proves to `attested_requirements`.",
    ),
    Group(
        "Assessments",
        ("answer", "assessment", "instrument", "question"),
        "An answer has no value or several, or it does not fit the question of the instrument.",
        "Enter one value for each answer, or the reason why there is none. Use the codes of the"
        " instrument and its version. See [an assessment](../how-to/assessment.md).",
    ),
    Group(
        "Cases and referrals",
        ("case", "case_file", "step", "referral", "consent"),
        "A step answers or corrects a step that does not exist. The warnings are about an unusual"
        " order, a missing signature, late answers, and personal data used without a consent in"
        " the form that UU 27/2022 demands.",
        "Correct a wrong step by adding a correction step. Obtain a written or recorded consent"
        " before the referral, or state the legal ground. See [a case](../tutorial/a-case.md).",
    ),
    Group(
        "Proposals, ground checks, welfare resources and attendance",
        ("proposal", "ground_check", "resource", "attendance", "attendee"),
        "A proposal names nobody, or no programme and no database, a row of a ground check is"
        " listed twice or names nobody, or a record of a resource has both a name and a count. An"
        " unusual order of the steps of a proposal gives a warning only, because no act prescribes"
        " one.",
        "Give each session its own key. State what the beneficiary is proposed for. Give each row"
        " the identifier of the list. Record a named resource once, and a count of a kind without a"
        " name.",
    ),
    Group(
        "Organisations, programmes and events",
        (
            "board",
            "actor",
            "organiser",
            "claim",
            "turnout",
            "speaker",
            "participation",
            "delegation",
            "participant",
            "event",
            "ranking",
            "speech",
        ),
        "A position has two holders, a delegation or a participant is listed twice, a source is"
        " cited but not listed, or dates do not match.",
        "List each source once with a short key and refer to that key. Leave out what no source"
        " states.",
    ),
    Group(
        "Patches and provenance",
        ("patch", "provenance"),
        "A patch or a provenance was made for another state of the record, or it is not a JSON"
        " Patch, or a source is empty.",
        "Read the current record and make the change again. `changes.merge` merges two copies that"
        " were changed independently, and `changes.update_provenance` carries the provenance over."
        " See [changes](../how-to/changes.md).",
    ),
    Group(
        "Files",
        ("table", "row", "cell", "layout"),
        "The file is damaged, encrypted, too large or has an unknown layout, or a spreadsheet"
        " changed the value of a cell.",
        "Save the file again as xlsx or CSV. Compare it with [the supported layouts](layouts.md),"
        " or define [a custom layout](../how-to/own-layout.md). `tables.annotate` marks each cell"
        " for the people who filled in the file.",
    ),
)
