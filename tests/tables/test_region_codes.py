"""Columns with region codes, alone and beside columns with names."""

from datetime import date

import pyarrow as pa

from psm_core import Person, RegionCode, Severity, columns, tables
from psm_core.tables.layouts.common_columns import REGION_CODES

NIK, VILLAGE = "9901014108900001", "63.10.09.2005"
CASES = (
    ({"kode_desa": VILLAGE}, VILLAGE, None),
    ({"kode_wilayah": "63.10"}, "63.10", None),
    ({"kode_desa": "-"}, None, None),
    ({"kode_desa": "6310092005"}, None, "region_code.undotted"),
    ({"kode_desa": 6310092005}, None, "region_code.number"),
    ({"kode_desa": 63.1}, None, "region_code.number"),
    ({"kode_desa": "2005"}, None, "region_code.undotted"),
    ({"kode_desa": "63.1"}, None, "region_code.zeros_lost"),
    ({"kode_desa": "Antah"}, None, "region.not_found"),
    ({"kode_desa": date(2005, 9, 10)}, None, "cell.date"),
    ({"kode_desa": "91.01"}, "91.01", "region.retired"),
    ({"kecamatan": "63.10.09", "kode_desa": VILLAGE}, VILLAGE, None),
    ({"kecamatan": "63.10.09", "desa": "Angsana", "kode_desa": VILLAGE}, VILLAGE, None),
    ({"kode_desa": VILLAGE, "kecamatan": "63.10.09", "desa": "Angsana"}, VILLAGE, None),
    ({"kecamatan": "63.10.09", "desa": "Angsana", "kode_wilayah": "63.10"}, VILLAGE, None),
    ({"desa": VILLAGE, "kode_desa": "6310092005"}, VILLAGE, "region_code.undotted"),
    ({"desa": VILLAGE, "kode_desa": "63.10.09.2009"}, VILLAGE, "region.outside"),
)


def test_codes_are_read_and_others_are_left_out_with_a_warning():
    for cells, code, expected in CASES:
        table = pa.table({"nik": [NIK], "nama": ["Ani"], **{k: [v] for k, v in cells.items()}})
        found = tables.read_rows(table, Person)
        (person,) = found.records
        assert (person.ktp_address and person.ktp_address.region) == (
            RegionCode(code) if code else None
        ), cells
        assert [one.code for one in found.issues] == [expected] * bool(expected), cells
        assert all(one.severity is Severity.WARNING for one in found.issues)
        checked = columns.check(table, Person)
        assert checked.summary.valid_rows == 1
        assert checked.issues["code"].to_pylist() == [one.code for one in found.issues], cells
        by_columns = columns.count(table, Person, title="x", rows="ktp_address.region")
        assert by_columns.recap.rows == (code or "Tidak diketahui",)


def test_every_heading_of_codes_is_known():
    for heading in REGION_CODES:
        (person,) = tables.read_rows(
            [{"nik": NIK, "nama": "Ani", heading: VILLAGE}], Person
        ).records
        assert person.ktp_address.region == RegionCode(VILLAGE), heading
