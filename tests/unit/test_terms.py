"""The closed vocabularies."""

import copy
import pickle

import pytest

from psm_core import ParseError, terms
from psm_core.terms import (
    PSKS,
    ActivityLevel,
    BloodType,
    Citizenship,
    CodeList,
    DisabilityCode,
    DisabilityType,
    Education,
    EligibilityRequirement,
    EndReason,
    EventKind,
    EventLevel,
    EventStatus,
    FamilyRelation,
    FigureStatus,
    HouseholdRelation,
    KKAbsence,
    LifeStatus,
    MaritalStatus,
    NIKAbsence,
    Occupation,
    OrganisationKind,
    ParticipantKind,
    PASCategory,
    Pillar,
    PMKSCategory,
    PPKSCategory,
    PSMDuty,
    PSMFunction,
    RegionLevel,
    Religion,
    Scheme,
    Sensitivity,
    Sex,
    SubjectUnit,
    Term,
    TrainingTier,
    WelfareScheme,
)

VOCABULARIES = [
    found
    for name in terms.__all__
    if isinstance(found := getattr(terms, name), type)
    and issubclass(found, Term)
    and found is not Term
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_member_is_found_by_slug_name_label_and_code(vocabulary):
    codes = [member.code for member in vocabulary if member.code]
    assert len(set(codes)) == len(codes)
    for member in vocabulary:
        assert vocabulary(member.value) is member
        bare = member.value.rpartition(":")[2]
        spellings = (member.value, bare, member.name, member.label.upper())
        if member.code:
            assert vocabulary.from_code(member.code, vocabulary.scheme.id) is member
            assert member.codes[vocabulary.scheme.id] == member.code
            spellings += () if vocabulary.code_lists else (member.code,)
        for text in (*spellings, *member.spellings):
            assert vocabulary.parse(text) is member, text
        assert member.gloss
        assert "_" not in member.gloss + member.label, "words, not names of fields"
        assert member.source
        assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes
        assert copy.deepcopy(member) is member


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_parse_accepts_old_spellings(vocabulary):
    for alias, name in vocabulary.aliases.items():
        assert vocabulary.parse(alias) is vocabulary[name]


def test_sex_parses_spellings_in_files():
    assert [Sex.parse(text) for text in ("L", "Pr", "Laki - laki", "WANITA")] == [
        Sex.LAKI_LAKI,
        Sex.PEREMPUAN,
        Sex.LAKI_LAKI,
        Sex.PEREMPUAN,
    ]


def test_parse_error_does_not_contain_the_word():
    for read in (Sex.parse, Sex):
        with pytest.raises(ParseError) as caught:
            read("9901014108900001")
        assert caught.value.code == "term.unknown"
        assert isinstance(caught.value, ValueError)
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None
        assert "9901014108900001" not in f"{caught.value} {caught.value!r} {vars(caught.value)}"
        for no_text in (None, 1, ["L"]):
            with pytest.raises(ParseError) as caught:
                read(no_text)
            assert caught.value.code == "type.text"


def test_blood_type_parses_a_rhesus_sign():
    texts = ("a", "A+", "a-", "A\u2212", "A\u2013", "AB -", "13")
    found = [BloodType.parse(text) for text in texts]
    assert [member.label for member in found] == ["A", "A+", "A-", "A-", "A-", "AB-", "Tidak Tahu"]


def test_parse_accepts_codes_of_two_digits():
    assert FamilyRelation.parse(" 01") is FamilyRelation.KEPALA_KELUARGA
    assert BloodType.parse("10") is BloodType.AB_NEGATIF


@pytest.mark.parametrize(
    ("vocabulary", "text"),
    [
        (FamilyRelation, "1.0"),  # as sheets write 1 in a column with gaps; not code 10
        (BloodType, "1,0"),
        (Occupation, "8 9"),
        (Occupation, "8_9"),
        (Religion, "-1"),
        (Religion, "\u22121"),
        (FamilyRelation, "001"),
        (Sex, "L\u7537"),
        (Sex, "\u0661"),
        (Sex, "L/P"),
        (Sex, ""),
        (Sex, "-"),
        (BloodType, "-"),
        (EligibilityRequirement, "0a"),
        (PPKSCategory, "pas-12:fakir-miskin"),
        (PPKSCategory, "RTLH"),
        (PPKSCategory, "KLGRTN"),
        (EventKind, "Temu"),
    ],
)
def test_parse_rejects_ambiguous_and_unknown_text(vocabulary, text):
    with pytest.raises(ParseError) as caught:
        vocabulary.parse(text)
    assert caught.value.code == "term.unknown"


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("KATOLIK", Religion.KATHOLIK),
        ("Buddha", Religion.BUDHA),
        ("Konghucu", Religion.KHONGHUCU),
        ("KAWIN TERCATAT", MaritalStatus.KAWIN_TERCATAT),
        ("Kawin Belum Tercatat", MaritalStatus.KAWIN_BELUM_TERCATAT),
        ("KAWIN TIDAK TERCATAT", MaritalStatus.KAWIN_BELUM_TERCATAT),
        ("Nikah siri", MaritalStatus.KAWIN_BELUM_TERCATAT),
        ("CERAI HIDUP TERCATAT", MaritalStatus.CERAI_HIDUP_TERCATAT),
        ("CERAI BELUM TERCATAT", MaritalStatus.CERAI_HIDUP_BELUM_TERCATAT),
        ("CERAI HIDUP TIDAK TERCATAT", MaritalStatus.CERAI_HIDUP_BELUM_TERCATAT),
        ("Janda cerai mati", MaritalStatus.CERAI_MATI),
        ("STRATA I", Education.DIPLOMA_IV_STRATA_I),
        ("Strata 1", Education.DIPLOMA_IV_STRATA_I),
        ("Sarjana (S1)", Education.DIPLOMA_IV_STRATA_I),
        ("S-1", Education.DIPLOMA_IV_STRATA_I),
        ("D4/S1", Education.DIPLOMA_IV_STRATA_I),
        ("D IV/S-1", Education.DIPLOMA_IV_STRATA_I),
        ("Tamat S-1/sederajat", Education.DIPLOMA_IV_STRATA_I),
        ("Strata II", Education.STRATA_II),
        ("Tamat SMA/sederajat", Education.SLTA),
        ("SMA/SMK/MA/sederajat", Education.SLTA),
        ("Paket C", Education.SLTA),
        ("Lulusan SMP/MTs", Education.SLTP),
        ("Tamat SD/sederajat", Education.TAMAT_SD),
        ("Tamat D-3/sederajat", Education.DIPLOMA_III),
        ("D I/II", Education.DIPLOMA_I_ATAU_II),
        ("Tidak tamat SD/sederajat", Education.BELUM_TAMAT_SD),
        ("PAUD/TK", Education.TIDAK_BELUM_SEKOLAH),
        ("O+", BloodType.O_POSITIF),
        ("A Rh+", BloodType.A_POSITIF),
        ("AB Rh (-)", BloodType.AB_NEGATIF),
        ("B rhesus negatif", BloodType.B_NEGATIF),
        ("Belum diperiksa", BloodType.TIDAK_TAHU),
        ("Kristen Katolik", Religion.KATHOLIK),
        ("Kepercayaan Kepada Tuhan Yang Maha Esa", Religion.KEPERCAYAAN),
        ("Kepercayaan thd Tuhan YME", Religion.KEPERCAYAAN),
        ("Penghayat kepercayaan", Religion.KEPERCAYAAN),
        ("Kepercayaan terhadap Tuhan YME/Lainnya", Religion.KEPERCAYAAN_LAINNYA),
        ("7", Religion.KEPERCAYAAN_LAINNYA),
        ("Lainnya", Religion.LAINNYA),
        ("Akademi/Diploma III/Sarjana Muda", Education.DIPLOMA_III),
        ("Doktoral/Strata 3", Education.STRATA_III),
        ("Tidak punya ijazah SD", Education.BELUM_TAMAT_SD),
        ("Gol. AB-", BloodType.AB_NEGATIF),
        ("WN Asing", Citizenship.WNA),
        ("Kemenakan", FamilyRelation.FAMILI_LAIN),
        ("Alm.", LifeStatus.MATI),
        ("MATI", LifeStatus.MATI),
        ("Tidak Valid", LifeStatus.TIDAK_VALID),
        ("Aktif", LifeStatus.HIDUP),
        ("ODGJ", DisabilityType.MENTAL),
        ("Disabilitas Daksa", DisabilityType.FISIK),
        ("Tunagrahita", DisabilityType.INTELEKTUAL),
        ("Penyandang Disabilitas Rungu dan Wicara", DisabilityType.SENSORIK),
        ("Disabilitas Rungu", DisabilityCode.RUNGU_WICARA),
        ("Cerai Mati Tercatat", MaritalStatus.CERAI_MATI),
        ("Atlet", Occupation.ATLIT),
        ("Anggota Lembaga Tinggi Lainnya", Occupation.ANGGOTA_LEMBAGA_TINGGI),
        ("Ibu Mertua", FamilyRelation.MERTUA),
        ("Keponakan", FamilyRelation.FAMILI_LAIN),
        ("Buruh tani", Occupation.BURUH_TANI_PERKEBUNAN),
        ("Mahasiswa", Occupation.PELAJAR_MAHASISWA),
        ("Nonaktif", ActivityLevel.TIDAK_AKTIF),
        ("CM", MaritalStatus.CERAI_MATI),
        ("Tdk Th", BloodType.TIDAK_TAHU),
        ("SLTA/SMA", Education.SLTA),
        ("Diploma I/II", Education.DIPLOMA_I_ATAU_II),
        ("D-3", Education.DIPLOMA_III),
        ("TIDAK CACAT", DisabilityCode.TIDAK_ADA),
        ("Cacat Rungu/Wicara", DisabilityCode.RUNGU_WICARA),
        ("Baksos", EventKind.BAKTI_SOSIAL),
        ("Temu Karya Bakti Sosial", EventKind.TEMU_KARYA_BAKTI_SOSIAL),
        ("Musdes", EventKind.MUSYAWARAH_DESA),
        ("Penyaluran bansos", EventKind.PENYALURAN_BANTUAN),
        ("Rapat bulanan", EventKind.RAPAT),
        ("FGD", EventKind.DISKUSI),
        ("Penyuluhan sosial", EventKind.PENYULUHAN),
        ("lain-lain", EventKind.LAINNYA),
        ("Dewan juri", ParticipantKind.JURI),
        ("Pemateri", ParticipantKind.NARASUMBER),
        ("selesai", EventStatus.TERLAKSANA),
        ("Batal", EventStatus.DIBATALKAN),
        ("tentatif", EventStatus.DIRENCANAKAN),
        ("Bhakti Sosial", EventKind.BAKTI_SOSIAL),
        ("Lansia telantar", PASCategory.LANSIA_TERLANTAR),
        ("SDM PKH", Pillar.SDM_PKH),
        ("Pendamping Lansia", Pillar.PENDAMPING_LANJUT_USIA),
        ("Pendamping Disabilitas", Pillar.PENDAMPING_DISABILITAS),
        ("Pendamping Rehsos", Pillar.PENDAMPING_REHABILITASI_SOSIAL),
        ("Sakti Peksos", Pillar.SAKTI_PEKSOS),
        ("KSB", Pillar.RELAWAN_KSB),
        ("Pelopor Perdamaian (Pordam)", Pillar.PELOPOR_PERDAMAIAN),
        ("Data Terpadu Kesejahteraan Sosial (DTKS)", WelfareScheme.DTKS),
        ("Data Tunggal Sosial dan Ekonomi Nasional", WelfareScheme.DTSEN),
        ("Data Tunggal Sosial Ekonomi Nasional", WelfareScheme.DTSEN),
        ("Registrasi Sosial Ekonomi (Regsosek)", WelfareScheme.REGSOSEK),
        ("P3KE", WelfareScheme.P3KE),
        ("Bimtek Lanjutan", TrainingTier.LANJUTAN),
        ("Wafat", EndReason.MENINGGAL_DUNIA),
        ("Puskesmas", OrganisationKind.FASILITAS_KESEHATAN),
        ("Bujangan", MaritalStatus.BELUM_KAWIN),
        ("Belum/Tidak Kawin", MaritalStatus.BELUM_KAWIN),
        ("Sudah berkeluarga", MaritalStatus.KAWIN),
        ("Cerai talak", MaritalStatus.CERAI_HIDUP),
        ("C. Mati", MaritalStatus.CERAI_MATI),
        ("Nikah sirri", MaritalStatus.KAWIN_BELUM_TERCATAT),
        ("Aliyah", Education.SLTA),
        ("SGB", Education.SLTP),
        ("SMA sdrjt", Education.SLTA),
        ("Setara SMP", Education.SLTP),
        ("Hindu Kaharingan", Religion.HINDU),
        ("Sepupu", FamilyRelation.FAMILI_LAIN),
        ("Ortu", FamilyRelation.ORANGTUA),
        ("Sekdes", Occupation.PERANGKAT_DESA),
        ("Polisi", Occupation.KEPOLISIAN_RI),
        ("Santri", Occupation.PELAJAR_MAHASISWA),
        ("Ibu RT", Occupation.MENGURUS_RUMAH_TANGGA),
        ("Pensiunan TNI", Occupation.PENSIUNAN),
        ("Kepercayaan kpd Tuhan YME/Lainnya", Religion.KEPERCAYAAN_LAINNYA),
        ("Kemensos", OrganisationKind.KEMENTERIAN),
        ("RSUD", OrganisationKind.FASILITAS_KESEHATAN),
        ("Musdeskel", EventKind.MUSYAWARAH_DESA),
        ("Keluarga Pioneer", PSKS.KELUARGA_PIONER),
        ("Eks Napi", PPKSCategory.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN),
    ],
)
def test_parse_accepts_spellings_in_files(text, member):
    assert type(member).parse(text) is member


@pytest.mark.parametrize(
    ("vocabulary", "code"),
    [
        *((MaritalStatus, code) for code in ("2", "3", "4", "5", "6", "03")),
        *((Occupation, code) for code in ("31", "34", "35", "89", "90", "99")),
        *((FamilyRelation, code) for code in ("2", "3", "4", "8", "9", "11")),
        *((HouseholdRelation, code) for code in ("3", "7", "10")),
        *((Education, code) for code in ("1", "3", "10", "23", "04")),
        *((TrainingTier, code) for code in ("3", "4")),
        *((SubjectUnit, code) for code in ("3", "4")),
    ],
)
def test_parse_rejects_a_code_on_which_the_lists_differ(vocabulary, code):
    with pytest.raises(ParseError) as caught:
        vocabulary.parse(code)
    assert caught.value.code == "term.ambiguous_code"
    lists = [vocabulary.scheme.id, *(one.scheme.id for one in vocabulary.code_lists)]
    assert caught.value.issue.params["lists"] == ", ".join(lists)


def test_parse_accepts_a_code_on_which_the_lists_agree():
    assert MaritalStatus.parse("1") is MaritalStatus.parse("01") is MaritalStatus.BELUM_KAWIN
    assert Occupation.parse("30") is Occupation.TUKANG_JAHIT
    assert Occupation.parse("88") is Occupation.WIRASWASTA
    assert FamilyRelation.parse("1") is FamilyRelation.KEPALA_KELUARGA
    assert HouseholdRelation.parse("2") is HouseholdRelation.ISTRI_SUAMI
    assert TrainingTier.parse("2") is TrainingTier.LANJUTAN


def test_parse_accepts_an_ambiguous_code_beside_its_word():
    assert MaritalStatus.parse("3. Cerai Hidup") is MaritalStatus.CERAI_HIDUP
    assert MaritalStatus.parse("3. Kawin Belum Tercatat") is MaritalStatus.KAWIN_BELUM_TERCATAT
    assert MaritalStatus.parse("Kawin (2)") is MaritalStatus.KAWIN
    assert Occupation.parse("31 - Penata Rambut") is Occupation.PENATA_RAMBUT
    for text in ("3. Anak", "4. Anak", "Anak (4)"):
        assert FamilyRelation.parse(text) is FamilyRelation.ANAK
    assert Education.parse("13. SMA") is Education.SLTA
    for text in ("3. Kawin", "Kawin (3)", "89. Guru"):
        with pytest.raises(ParseError) as caught:
            (Occupation if "Guru" in text else MaritalStatus).parse(text)
        assert caught.value.code == "term.unknown"


@pytest.mark.parametrize(
    ("code", "code_list", "member"),
    [
        ("3", "status-perkawinan-4", MaritalStatus.CERAI_HIDUP),
        ("3", "status-perkawinan-6", MaritalStatus.KAWIN_BELUM_TERCATAT),
        ("4", "status-perkawinan-4", MaritalStatus.CERAI_MATI),
        ("6", "status-perkawinan-6", MaritalStatus.CERAI_MATI),
        ("01", "status-perkawinan-6", MaritalStatus.BELUM_KAWIN),
        ("31", "pekerjaan-89", Occupation.TUKANG_GIGI),
        ("31", "pekerjaan-99", Occupation.PENATA_RAMBUT),
        ("89", "pekerjaan-89", Occupation.LAINNYA),
        ("89", "pekerjaan-99", Occupation.ANGGOTA_LEMBAGA_TINGGI),
        ("9", "pekerjaan-89", Occupation.PETANI_PEKEBUN),
        ("3", "shdk", FamilyRelation.ISTRI),
        ("3", "hubungan-regsosek", FamilyRelation.ANAK),
        ("3", "hubungan-regsosek", HouseholdRelation.ANAK),
        ("6", "shdk", HouseholdRelation.CUCU),
        ("22", "pendidikan-regsosek", Education.STRATA_III),
        ("5", "pendidikan-kk", Education.SLTA),
        ("5", "pendidikan-sedang", Education.BELUM_TAMAT_SD),
        ("3", "legalitas-psm", TrainingTier.KHUSUS),
        ("4", "sasaran-program", SubjectUnit.KELOMPOK),
    ],
)
def test_from_code_reads_the_codes_of_the_named_list(code, code_list, member):
    assert type(member).from_code(code, code_list) is member
    assert member.codes[code_list] == code.lstrip("0")


def test_parse_accepts_initials_before_or_after_their_words():
    for text in ("KD - Kepala Desa", "Kepala Desa (KD)", "(KD) Kepala Desa"):
        assert Occupation.parse(text) is Occupation.KEPALA_DESA


def test_from_code_rejects_unknown_codes_and_lists():
    for vocabulary, code, code_list in (
        (MaritalStatus, "5", "status-perkawinan-4"),
        (Occupation, "90", "pekerjaan-89"),
        (FamilyRelation, "2", "hubungan-regsosek"),
        (FamilyRelation, "9", "hubungan-regsosek"),
        (Education, "18", "pendidikan-regsosek"),
        (Education, "6", "pendidikan-sedang"),
        (MaritalStatus, "Kawin", "status-perkawinan-4"),
        (MaritalStatus, "", "status-perkawinan-4"),
    ):
        with pytest.raises(ParseError) as caught:
            vocabulary.from_code(code, code_list)
        assert caught.value.code == "term.unknown"
    with pytest.raises(ValueError, match="status-perkawinan-4, status-perkawinan-6"):
        MaritalStatus.from_code("1", "agama")


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_the_code_of_a_term_in_each_list_means_the_term(vocabulary):
    for member in vocabulary:
        for code_list, code in member.codes.items():
            assert vocabulary.from_code(code, code_list) is member


def test_a_word_without_a_code_has_none_in_any_list():
    assert Religion.LAINNYA.codes == {}
    assert dict(MaritalStatus.KAWIN.codes) == {"status-perkawinan-4": "2"}
    assert dict(MaritalStatus.KAWIN_TERCATAT.codes) == {"status-perkawinan-6": "2"}
    assert dict(LifeStatus.TIDAK_VALID.codes) == {"status-dasar": "9"}


def test_term_with_several_codes_in_a_list_has_no_single_code_there():
    assert "shdk" not in HouseholdRelation.ORANG_TUA_MERTUA.codes
    for code in ("7", "8"):
        found = HouseholdRelation.from_code(code, "shdk")
        assert found is HouseholdRelation.ORANG_TUA_MERTUA
    for relation in FamilyRelation:
        assert HouseholdRelation.from_code(relation.code, "shdk") is relation.in_household


def test_all_occupations_of_the_older_list_have_one_label():
    older = [Occupation.from_code(str(code), "pekerjaan-89") for code in range(1, 90)]
    assert len(set(older)) == 89
    assert {one.name for one in Occupation} - {one.name for one in older} == {
        *("ANGGOTA_LEMBAGA_TINGGI", "ARTIS", "ATLIT", "CHEF", "MANAJER", "TENAGA_TATA_USAHA"),
        *("OPERATOR", "PEKERJA_PENGOLAHAN_KERAJINAN", "TEKNISI", "ASISTEN_AHLI"),
    }


def test_code_lists_name_members():
    for vocabulary in VOCABULARIES:
        for code_list in vocabulary.code_lists:
            assert isinstance(code_list, CodeList)
            assert {name for name in code_list.differences.values() if name is not None} <= {
                *vocabulary.__members__
            }


@pytest.mark.parametrize(
    ("code", "types"),
    [
        (DisabilityCode.FISIK_DAN_MENTAL, {DisabilityType.FISIK, DisabilityType.MENTAL}),
        (DisabilityCode.NETRA, {DisabilityType.SENSORIK}),
        (DisabilityCode.TIDAK_ADA, set()),
        (DisabilityCode.LAINNYA, None),
    ],
)
def test_codes_of_the_forms_have_the_types_of_the_law(code, types):
    assert code.types == types


def test_slugs_of_versioned_lists_have_the_id_of_the_list():
    assert PPKSCategory.ANAK_JALANAN.value == "ppks-26:anak-jalanan"
    assert PASCategory.KORBAN_BENCANA.value == "pas-12:korban-bencana"
    assert Occupation.parse("Lainnya").value == "pekerjaan-99:lainnya"
    assert EventKind.TEMU_KARYA.value == "temu-karya"


def test_vocabularies_have_the_size_of_their_acts():
    sizes = {
        PPKSCategory: 26,
        PASCategory: 12,
        PSKS: 12,
        PMKSCategory: 22,
        Occupation: 99,
        Education: 10,
        FamilyRelation: 11,
        DisabilityType: 4,
        DisabilityCode: 7,
        EligibilityRequirement: 7,
    }
    for vocabulary, size in sizes.items():
        assert len(vocabulary) == size
        if vocabulary not in {DisabilityType, EligibilityRequirement}:
            assert [member.code for member in vocabulary] == [str(n + 1) for n in range(size)]


def test_source_has_the_number_or_letter_only_where_the_act_has_one():
    assert PPKSCategory.PEMULUNG.source == "Permensos 8/2012, lampiran, no. 13"
    assert DisabilityType.SENSORIK.source == "UU 8/2016 Pasal 4 ayat (1) huruf d"
    assert PASCategory.KORBAN_BENCANA.source == PASCategory.scheme.source
    assert FigureStatus.REPORTED.source == "Kosakata psm-core"


def test_an_entry_has_its_own_source_where_its_list_rests_on_several():
    assert Sensitivity.SPESIFIK.source == "UU 27/2022 Pasal 4 ayat (1) huruf a"
    assert Sensitivity.NONE.source == "Kosakata psm-core"
    assert WelfareScheme.DTSEN.source == "Inpres 4/2025"
    assert WelfareScheme.BDT.source == "Praktik lapangan"
    assert OrganisationKind.LKS.source == PSKS.LEMBAGA_KESEJAHTERAAN_SOSIAL.source
    assert OrganisationKind.FASILITAS_KESEHATAN.source == "Praktik lapangan"
    assert Pillar.RELAWAN_KSB.source == "Permensos 128/2011"
    assert Pillar.SAKTI_PEKSOS.source.endswith("(pemberitaan)")
    assert WelfareScheme.P3KE.source == "Permensos 3/2025 Pasal 1"


def test_a_source_of_an_unknown_entry_is_rejected():
    with pytest.raises(ValueError, match="named like its members"):

        class Wrong(Term, scheme=Scheme("x", "X", "UU 1/2000"), sources={"B": "UU 2/2000"}):
            A = ("1", "A", "a")


def test_every_ppks_category_belongs_to_a_pas_group():
    together = [category for group in PASCategory for category in PPKSCategory.of_pas(group)]
    assert sorted(together, key=lambda c: int(c.code)) == list(PPKSCategory)
    inferred = {category.pas.code for category in PPKSCategory if category.pas_is_inferred}
    assert inferred == {"10", "11", "12"}
    assert all(PPKSCategory.of_pas(group) for group in PASCategory)


def test_categories_before_2012_have_their_equivalent_of_2012():
    assert {one.abbreviation for one in PMKSCategory if one.ppks is None} == {"RTLH", "KLGRTN"}
    for one in PMKSCategory:
        assert PMKSCategory.parse(one.abbreviation) is one
        assert one.ppks is None or PPKSCategory.parse(one.label) is one.ppks
        assert one.units == ({SubjectUnit.KELUARGA} if one.ppks is None else one.ppks.units)


def test_age_limits_have_the_act_that_sets_them():
    annex = "Permensos 8/2012, lampiran, menurut laman dinas sosial"
    child = "UU 23/2002 Pasal 1 angka 1, diubah dengan UU 35/2014"
    limits = {
        c.code: (c.min_age, c.max_age, c.age_source)
        for c in PPKSCategory
        if (c.min_age, c.max_age) != (None, None)
    }
    assert limits == {
        "1": (None, 5, annex),
        "2": (6, 18, annex),
        "3": (12, 17, annex),
        "4": (None, 17, child),
        "5": (None, 17, annex),
        "6": (None, 17, annex),
        "7": (6, 18, annex),
        "8": (60, None, annex),
        "15": (18, None, f"{annex}; dewasa menurut {child}"),
        "16": (18, None, f"{annex}; dewasa menurut {child}"),
        "23": (18, 59, annex),
    }
    assert {c.age_source for c in PPKSCategory if c.code not in limits} == {None}
    assert [c.code for c in PPKSCategory if c.sex is not None] == ["23"]
    assert PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI.sex is Sex.PEREMPUAN


def test_pas_groups_of_children_elderly_and_women_have_limits():
    limits = {c.code: (c.min_age, c.max_age, c.age_source, c.sex) for c in PASCategory}
    nothing = (None, None, None, None)
    assert {code: limit for code, limit in limits.items() if limit != nothing} == {
        "1": (None, 17, "UU 23/2002 Pasal 1 angka 1, diubah dengan UU 35/2014", None),
        "3": (60, None, "UU 13/1998 Pasal 1 angka 2", None),
        "11": (None, None, None, Sex.PEREMPUAN),
    }


def test_categories_have_subject_units():
    person, family, group, community = SubjectUnit
    said = {c.code: c.units for c in PPKSCategory if c.units != {person}}
    assert said == {
        "14": {person, group, community},
        "19": {person, family, group, community},
        "21": {person, family, group},
        "22": {person, family, group},
        "24": {person, family},
        "25": {family},
        "26": {group, community},
    }


def test_category_parses_its_abbreviation():
    assert PPKSCategory.KORBAN_TINDAK_KEKERASAN.abbreviation == "KTK"
    assert PPKSCategory.PEMULUNG.abbreviation is None
    for text in ("ktk", "Korban Tindak Kekerasan (KTK)"):
        assert PPKSCategory.parse(text) is PPKSCategory.KORBAN_TINDAK_KEKERASAN


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Lansia Terlantar", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("anak telantar", PPKSCategory.ANAK_TERLANTAR),
        ("Lansia Telantar", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("Anak Nakal", PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM),
        ("BWBLK", PPKSCategory.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN),
        ("KFM", PPKSCategory.FAKIR_MISKIN),
        ("WRSE", PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI),
        ("Penyandang Cacat", PPKSCategory.PENYANDANG_DISABILITAS),
        ("ppks-26:pemulung", PPKSCategory.PEMULUNG),
        ("pmks-26:pemulung", PPKSCategory.PEMULUNG),
        ("13", PPKSCategory.PEMULUNG),
        ("Korban Perdagangan Orang", PPKSCategory.KORBAN_TRAFFICKING),
        ("Korban Perdagangan Orang (KPO)", PPKSCategory.KORBAN_TRAFFICKING),
        ("ODHIV", PPKSCategory.ORANG_DENGAN_HIV_AIDS),
        ("Orang dengan HIV/AIDS (ODHA)", PPKSCategory.ORANG_DENGAN_HIV_AIDS),
        ("ANAK BERHADAPAN HUKUM", PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM),
        ("Anak dengan Disabilitas", PPKSCategory.ANAK_DENGAN_KEDISABILITASAN),
        ("Keluarga Fakir Miskin", PPKSCategory.FAKIR_MISKIN),
        ("KFM - Keluarga Fakir Miskin", PPKSCategory.FAKIR_MISKIN),
    ],
)
def test_category_parses_old_names(text, category):
    assert PPKSCategory.parse(text) is category


def test_each_pillar_has_a_source():
    assert Pillar.PSM.source == "Permensos 10/2019 Pasal 1"
    assert Pillar.WPKS.source == "Permensos 8/2012, lampiran, no. 9"
    assert Pillar.PSM.psks is PSKS.PEKERJA_SOSIAL_MASYARAKAT
    assert Pillar.OPERATOR_SIKS_NG.psks is None
    assert all(pillar.source for pillar in Pillar)
    assert {kind.unit for kind in PSKS} == {
        SubjectUnit.PERSEORANGAN,
        SubjectUnit.KELUARGA,
        SubjectUnit.KELOMPOK,
    }
    assert EligibilityRequirement.USIA.source == "Permensos 10/2019, syarat PSM huruf d"


def test_requirements_have_the_words_of_the_list():
    assert [one.label for one in EligibilityRequirement] == [
        "Warga negara Indonesia",
        "Memiliki kemampuan, kepedulian, dan komitmen sebagai relawan sosial",
        (
            "Memiliki kartu tanda penduduk di wilayah desa atau kelurahan atau nama lain sesuai"
            " domisili"
        ),
        "Usia paling rendah 18 tahun",
        "Mampu membaca dan menulis",
        "Berkelakuan baik",
        "Telah mengikuti bimbingan teknis dasar di bidang Kesejahteraan Sosial",
    ]


def test_duties_and_functions_say_that_the_article_was_restated():
    assert {duty.source for duty in PSMDuty} == {
        "Permensos 10/2019, tugas PSM, menurut laman Dinas Sosial"
    }
    assert {one.source for one in PSMFunction} == {
        "Permensos 10/2019, fungsi PSM, menurut laman desa"
    }
    assert (len(PSMDuty), len(PSMFunction)) == (6, 4)


def test_one_kind_of_body_has_one_label():
    for kind in OrganisationKind:
        assert kind.psks is None or kind.label == kind.psks.label


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bimbingan Teknis Dasar", EventKind.BIMTEK),
        ("Hari Kesetiakawanan Sosial Nasional (HKSN)", EventKind.PERINGATAN),
        ("Bhakti Sosial", EventKind.BAKTI_SOSIAL),
    ],
)
def test_event_kind_reads_the_words_of_invitations(text, kind):
    assert EventKind.parse(text) is kind


@pytest.mark.parametrize("text", ["Kab/Kota", "Kab./Kota", "Tingkat Kab/Kota", "Kabupaten"])
def test_event_level_reads_abbreviations(text):
    assert EventLevel.parse(text) is EventLevel.KABUPATEN_KOTA


def test_event_level_has_a_region_level():
    assert [level.region_level for level in EventLevel] == [None, *RegionLevel]


@pytest.mark.parametrize(
    "text",
    [
        "A-",
        "A(-)",
        "A (-)",
        "A[-]",
        "A  -",
        "A--",
        "A-.",
        '"A-"',
        "A\u200b-",
        "A-\u200b",
        "A\u2796",
    ],
)
def test_parse_never_ignores_a_minus(text):
    assert BloodType.parse(text) is BloodType.A_NEGATIF


@pytest.mark.parametrize("text", ["A, B", "A & B", "A/B"])
def test_parse_rejects_two_blood_groups(text):
    with pytest.raises(ParseError):
        BloodType.parse(text)


@pytest.mark.parametrize(
    "text", ["Diploma I-II", "Diploma I - II", "Diploma I, II", "DIPLOMA I/II"]
)
def test_parse_keeps_two_numerals_apart(text):
    assert Education.parse(text) is Education.DIPLOMA_I_ATAU_II
    with pytest.raises(ParseError):
        Education.parse("Strata I-II")


@pytest.mark.parametrize(
    "text", ["-1", "(-1)", "- 1", "\u200b-1", "=-1", "<1", ">1", "\u00b11", "1%"]
)
def test_parse_rejects_a_code_with_a_sign(text):
    with pytest.raises(ParseError):
        Sex.parse(text)


@pytest.mark.parametrize(
    ("vocabulary", "word"),
    [
        (Education, "SD/SMP"),
        (Education, "S1/S2"),
        (Education, "Tidak tamat SMP"),
        (Education, "Sedang SMA"),
        (Education, "5/8"),
        (Education, "Tamat 5"),
        (Education, "Tamat"),
        (Education, "sederajat"),
        (Education, "x" * 500),
        (MaritalStatus, "7"),
        (MaritalStatus, "Janda"),
        (MaritalStatus, "Cerai"),
        (BloodType, "0"),
        (Occupation, "Swasta"),
        (Occupation, "Buruh"),
        (Occupation, "ASN"),
        (Occupation, "Guru Honorer"),
        (Occupation, "Blm"),
        (FamilyRelation, "Istri/Suami"),
        (FamilyRelation, "Anak tiri"),
        (Religion, "Nasrani"),
        (Religion, "Kaharingan"),
        (MaritalStatus, "Bujang"),
        (MaritalStatus, "Janda cerai"),
        (MaritalStatus, "Blm"),
        (MaritalStatus, "1. Kawin"),
        (MaritalStatus, "Kawin (1)"),
        (MaritalStatus, "9. Kawin"),
        (MaritalStatus, "2. Menjanda"),
        (Education, "6. SMA/Sederajat"),
        (Sex, "Laki-laki (P)"),
        (Sex, "W"),
    ],
)
def test_parse_rejects_a_word_with_two_meanings(vocabulary, word):
    with pytest.raises(ParseError, match=r"term\.unknown"):
        vocabulary.parse(word)


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Blm. kawin", MaritalStatus.BELUM_KAWIN),
        ("KAWIN BLM TERCATAT", MaritalStatus.KAWIN_BELUM_TERCATAT),
        ("Sdh Kawin", MaritalStatus.KAWIN),
        ("Tdk/blm sekolah", Education.TIDAK_BELUM_SEKOLAH),
        ("Tdk Bekerja", Occupation.BELUM_TIDAK_BEKERJA),
        ("Kary. Swasta", Occupation.KARYAWAN_SWASTA),
        ("Peg Swasta", Occupation.KARYAWAN_SWASTA),
    ],
)
def test_parse_expands_short_words(text, member):
    assert type(member).parse(text) is member


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("2. Kawin", MaritalStatus.KAWIN),
        ("(2) Kawin", MaritalStatus.KAWIN),
        ("2 - Kawin", MaritalStatus.KAWIN),
        ("02: Kawin", MaritalStatus.KAWIN),
        ("Kawin (2)", MaritalStatus.KAWIN),
        ("1. Blm Kawin", MaritalStatus.BELUM_KAWIN),
        ("5. SLTA/Sederajat", Education.SLTA),
        ("Perempuan (P)", Sex.PEREMPUAN),
    ],
)
def test_parse_accepts_a_code_with_its_word(text, member):
    assert type(member).parse(text) is member


def test_registered_and_unregistered_marriages_have_a_general_code():
    assert MaritalStatus.KAWIN_TERCATAT.general is MaritalStatus.KAWIN
    assert MaritalStatus.CERAI_HIDUP_BELUM_TERCATAT.general is MaritalStatus.CERAI_HIDUP
    assert {one.general.code for one in MaritalStatus} == {"1", "2", "3", "4"}
    assert MaritalStatus.KAWIN.general is MaritalStatus.KAWIN
    assert MaritalStatus.KAWIN.source.endswith("no. 2")
    assert MaritalStatus.KAWIN_TERCATAT.source.startswith("Kartu keluarga sejak Permendagri 118")


def test_reasons_of_missing_numbers_are_read_as_people_write_them():
    assert KKAbsence.parse("belum punya KK") is KKAbsence.BELUM_MEMILIKI
    assert KKAbsence.parse("sedang diurus") is KKAbsence.DALAM_PENGURUSAN
    assert NIKAbsence.parse("Tidak punya") is NIKAbsence.BELUM_MEMILIKI
    assert NIKAbsence.parse("buram") is NIKAbsence.TIDAK_TERBACA
