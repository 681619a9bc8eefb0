"""Tables of issues, of recaps, and of what an audience may see of records."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psm_core import Issue, RegionCode, Severity, Worker, columns, privacy
from psm_core.privacy import Audience
from psm_core.recaps import Recap
from psm_core.testing import records
from tests.columns.test_records import NUMBER, WORKER
from tests.project.records import RECORDS

DAY = dt.date(2025, 10, 10)
RECAP = Recap.of(
    "Contoh",
    ("Angsana", "Satui", "Tidak diketahui"),
    ("L", "P"),
    {("Angsana", "L"): 1, ("Angsana", "P"): 9, ("Satui", "L"): 7, ("Satui", "P"): 4},
    row_keys={"Angsana": "63.10.09", "Satui": "63.10.04", "Tidak diketahui": "? 63.10"},
    within=RegionCode("63.10"),
)


def test_issues_are_a_table_with_messages_in_both_languages():
    issues = [
        Issue("nik.length", ("nik",), params={"length": 8}, row=17, column="C", sheet="PSM"),
        Issue("nik.birth_date", severity=Severity.WARNING),
    ]
    table = columns.issue_table(iter(issues), language="id")
    assert table.to_pylist()[0] == {
        "sheet": "PSM",
        "row": 17,
        "column": "C",
        "path": "$.nik",
        "code": "nik.length",
        "severity": "error",
        "message": issues[0].describe("id"),
    }
    assert table["severity"].to_pylist() == ["error", "warning"]
    assert columns.issue_table([]).schema == table.schema
    with pytest.raises(ValueError, match="language"):
        columns.issue_table(issues, language="fr")


def test_suppressed_counts_differ_from_zero_and_from_unknown_ones():
    table = columns.recap_table(RECAP.suppress(3))
    assert table.to_pylist()[0] == {
        "row": "Angsana",
        "region": "63.10.09",
        "column": "L",
        "count": None,
        "status": "suppressed",
    }
    assert table.to_pylist()[-1] == {
        "row": "Tidak diketahui",
        "region": None,
        "column": "P",
        "count": 0,
        "status": "shown",
    }
    unknown = Recap.of("Contoh", ["a"], ["b"], {("a", "b"): None}, has_row_totals=False)
    assert columns.recap_table(unknown, totals=True).to_pylist() == [
        {"row": row, "region": None, "column": "b", "count": None, "status": "unknown"}
        for row in ("a", None)
    ]


def test_wide_table_has_a_count_and_a_status_for_each_column():
    table = columns.recap_table(RECAP.suppress(3), wide=True, totals=True)
    names = ["row", "region", "L", "L status", "P", "P status", "Jumlah", "Jumlah status"]
    assert table.column_names == names
    assert table["L"].to_pylist() == [None, None, 0, 8]
    assert table["L status"].to_pylist() == ["suppressed", "suppressed", "shown", "shown"]
    assert table["row"].to_pylist()[-1] is None
    long = columns.recap_table(RECAP).to_pylist()
    wide = columns.recap_table(RECAP, wide=True)
    for name in RECAP.columns:
        assert wide[name].to_pylist() == [one["count"] for one in long if one["column"] == name]
    clash = Recap.of("Contoh", ["a"], ["region"], {})
    with pytest.raises(ValueError, match="wide=False"):
        columns.recap_table(clash, wide=True)
    whole = Recap.of(
        "Contoh", ["Angsana"], ["L"], {}, row_keys={"Angsana": "63.10"}, within=RegionCode("63.10")
    )
    assert columns.recap_table(whole)["region"].to_pylist() == ["63.10"]


@given(data=st.data(), audience=st.sampled_from(Audience))
@settings(suppress_health_check=list(HealthCheck))
def test_redacted_table_has_what_redaction_leaves(data, audience):
    cls = data.draw(st.sampled_from(RECORDS))
    drawn = data.draw(records(cls))
    table = columns.redacted_table([drawn], cls, audience=audience, as_of=DAY)
    left = privacy.redact(drawn, audience=audience, as_of=DAY)
    del left["redacted"]
    assert left.keys() <= set(table.column_names)
    assert _texts(left) == (_texts(table.to_pylist()[0]) if table.num_columns else [])


def _texts(data):
    """Return every value in data as text, in order."""
    if isinstance(data, dict):
        return sorted(text for one in data.values() for text in _texts(one))
    if isinstance(data, list):
        return sorted(text for one in data for text in _texts(one))
    return [] if data is None else [f"{data:04}" if isinstance(data, int) else str(data)]


def test_chosen_columns_are_those_that_the_audience_sees():
    chosen = ["assignments", "person.birth_date", "person.domicile.region"]
    table = columns.redacted_table(
        [WORKER, WORKER], Worker, audience=Audience.RESEARCH, as_of=DAY, columns=iter(chosen)
    )
    (assignment,) = table["assignments"].to_pylist()[1]
    assert {name: one for name, one in assignment.items() if one is not None} == {
        "pillar": "psm",
        "serves": "63.10",
        "since": 2019,
    }
    assert table["person.birth_date"].to_pylist() == ["1990", "1990"]
    assert table["person.domicile.region"].to_pylist() == ["63.10", "63.10"]
    public = columns.redacted_table([WORKER], Worker, audience=Audience.PUBLIC)
    assert public.column_names == ["assignments", "trainings", "certifications"]
    for column in ("person.nik", "person", "extensions"):
        with pytest.raises(ValueError, match="sees nothing of"):
            columns.redacted_table([], Worker, audience=Audience.PUBLIC, columns=[column])
    with pytest.raises(ValueError, match="as_of"):
        columns.redacted_table([WORKER], Worker, audience=Audience.PARTNER)
    with pytest.raises(TypeError, match="of the class Worker"):
        columns.redacted_table([WORKER.person], Worker, audience=Audience.PUBLIC)
    with pytest.raises(TypeError, match="is not a record"):
        columns.redacted_table([], str, audience=Audience.PUBLIC)
    masked = columns.redacted_table([WORKER], Worker, audience=Audience.PARTNER, as_of=DAY)
    assert masked["person"].to_pylist()[0]["nik"] == 16 * "*"
    assert masked["assignments"].to_pylist()[0][0]["since"] == dt.date(2019, 8, 1)
    assert NUMBER not in str(masked)
