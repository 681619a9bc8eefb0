"""Check a synthetic population from its JSON text alone.

The checks below import nothing of psm_core. They parse each NIK and KK number themselves, compare
the members of each family, look up every person that a record names, and count numbers and keys
that occur twice in the population. `make population` runs them on a million people.
"""

import argparse
import json
import re
import resource
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import pairwise
from typing import Any

Doc = dict[str, Any]
NUMBER = re.compile(r"99([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{4})")
PHONE = re.compile(r"\+628000000[0-9]{3}")
IN_HOUSEHOLD = {
    "kepala-keluarga": "kepala-keluarga", "suami": "istri-suami", "istri": "istri-suami",
    "anak": "anak", "menantu": "menantu", "cucu": "cucu", "orangtua": "orang-tua-mertua",
    "mertua": "orang-tua-mertua", "famili-lain": "lainnya",
}  # fmt: skip
LEAST_AGE = {
    "belum-tamat-sd": 7, "tamat-sd": 12, "sltp": 15, "slta": 18, "diploma-i-atau-ii": 20,
    "diploma-iii": 21, "diploma-iv-strata-i": 22, "strata-ii": 24,
}  # fmt: skip
PUPIL = "pekerjaan-99:pelajar-mahasiswa"
IDLE = "pekerjaan-99:belum-tidak-bekerja"
ANNEX = {  # Permensos 8/2012: lowest and highest age, sex, and whether a disability is required
    "anak-balita-telantar": (0, 5), "anak-terlantar": (6, 18), "anak-jalanan": (5, 18),
    "anak-dengan-kedisabilitasan": (0, 17), "anak-yang-memerlukan-perlindungan-khusus": (6, 18),
    "lanjut-usia-telantar": (60, 120), "perempuan-rawan-sosial-ekonomi": (18, 59),
    "bekas-warga-binaan-lembaga-pemasyarakatan": (19, 120), "penyandang-disabilitas": (0, 120),
    "pemulung": (0, 120), "pekerja-migran-bermasalah-sosial": (0, 120),
    "korban-tindak-kekerasan": (0, 120),
}  # fmt: skip
OF_FAMILIES = {"fakir-miskin", "keluarga-bermasalah-sosial-psikologis", "korban-bencana-alam"}
OF_THE_DISABLED = {"anak-dengan-kedisabilitasan", "penyandang-disabilitas"}
PROGRAMMES = {"SEMBAKO", "BLT-DD", "ATENSI", "PBI-JKN"}
OPENING = {"penjangkauan", "registrasi", "pertolongan-kedaruratan"}
BEFORE = {  # step → the steps that must come before it
    "asesmen": {"registrasi"}, "rencana-intervensi": {"asesmen"}, "rujukan": {"asesmen"},
    "jawaban-rujukan": {"rujukan"}, "pendampingan": {"asesmen"},
    "bimbingan-lanjut": {"pendampingan"}, "reunifikasi": {"pendampingan"},
    "terminasi": {"pendampingan"},
}  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def born(person: Doc) -> tuple[date, date]:
    """Return the first and the last day of birth: that of a year, 1957 or 1957~, is not known."""
    text = person["birth_date"]
    if len(text) == len("1957-08-17"):
        return day(text), day(text)
    year, wrong_by = int(text[:4]), 5 if text.endswith("~") else 0
    return date(year - wrong_by, 1, 1), date(year + wrong_by, 12, 31)


def age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def same(value: object) -> str:
    """Return a text that is equal for equal builtins."""
    return json.dumps(value, sort_keys=True)


class Proof:
    """The counts of a population and the errors in it."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.counts: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.numbers, self.keys = array("Q"), array("Q")
        self.workers: dict[str, Doc] = {}
        self.events: dict[str, Doc] = {}
        self.seats: dict[str, str] = {}

    def require(self, condition: object, code: str) -> None:
        if not condition:
            self.errors[code] += 1

    def key(self, doc: Doc) -> str:
        text: str = doc["id"]
        self.keys.append(int.from_bytes(blake2b(text.encode(), digest_size=8).digest()))
        return text

    def village(self, texts: Iterable[str]) -> None:
        """Compare the records of one village with each other and with earlier villages."""
        by_kind: dict[str, list[Doc]] = {}
        for text in texts:
            document = json.loads(text)
            by_kind.setdefault(document["schema"], []).append(document["data"])
        for schema, docs in by_kind.items():
            self.counts[schema] += len(docs)
        homes = Homes(self)
        for doc in by_kind.get("psm.family/1", []):
            homes.family(doc)
        for doc in by_kind.get("psm.household/1", []):
            homes.household(doc)
        self.require(homes.housed == len(homes.families), "family.without_household")
        events = {self.key(doc): doc for doc in by_kind.get("psm.event/1", [])}
        for doc in by_kind.get("psm.worker/1", []):
            self.worker(doc, homes, events)
            homes.is_idle &= not self.serves(doc["id"], self.as_of)
        for doc in by_kind.get("psm.organisation/1", []):
            self.organisation(doc, homes)
        beneficiaries = {
            self.key(doc): self.beneficiary(doc, homes)
            for doc in by_kind.get("psm.beneficiary/1", [])
        }
        self.programmes(by_kind, beneficiaries)
        for doc in by_kind.get("psm.case/1", []):
            self.case(doc, beneficiaries, homes)
        for doc in events.values():
            self.event(doc)

    def number(self, digits: str, sex: str | None) -> tuple[int, int, int]:
        """Return day, month and two-digit year of a number, and record the number."""
        self.numbers.append(int(digits))
        found = NUMBER.fullmatch(digits)
        if found is None:
            self.errors["number.layout"] += 1
            return 0, 0, 0
        first, month, year = int(found[2]), int(found[3]), int(found[4])
        self.require(found[5] != "0000", "number.serial_zero")
        if sex == "perempuan":
            self.require(first > 40, "nik.sex")
            first -= 40
        self.require(1 <= first <= 31, "nik.sex" if sex else "kk.day")
        return first, month, year

    def serves(self, worker: str, on: date, pillar: str | None = None) -> bool:
        """Return whether a worker with this key has a role on a day."""
        return any(
            day(role["since"]) <= on <= day(role.get("until", "9999-12-31"))
            and pillar in {None, role["pillar"]}
            for role in self.workers.get(worker, {}).get("assignments", [])
        )

    def worker(self, doc: Doc, homes: "Homes", events: dict[str, Doc]) -> None:
        person = doc["person"]
        self.workers[self.key(doc)] = {"id": doc["id"], "assignments": doc["assignments"]}
        self.require(same(person) in homes.people, "worker.no_resident")
        self.require("nik" in person, "worker.without_nik")
        birth = born(person)[0]
        for role in doc["assignments"]:
            since = day(role["since"])
            self.require(since <= self.as_of, "worker.future")
            self.require(age(birth, since) >= 18, "worker.under_age")
            self.require(homes.code.startswith(role["serves"]), "worker.serves_elsewhere")
            if "decree" in role:
                signed = day(role["decree"]["date"])
                self.require(signed <= since and age(birth, signed) >= 18, "worker.decree")
            if "until" in role:
                self.require(since <= day(role["until"]) <= self.as_of, "worker.until")
            if role["pillar"] == "psm" and "until" not in role:
                self.require(role["serves"] == homes.code, "psm.serves_elsewhere")
                self.seats[doc["id"]] = homes.code
                lessons = [one for one in doc.get("trainings", []) if one["tier"] == "dasar"]
                self.require(lessons, "psm.untrained")
        for lesson in doc.get("trainings", []):
            self.require(day(lesson["date"]) <= self.as_of, "training.future")
            if "event" in lesson:
                event = events.get(lesson["event"], {"participants": []})
                attended = {one.get("worker") for one in event["participants"]}
                self.require(doc["id"] in attended, "training.not_attended")
                self.require(event.get("dates", {}).get("end") == lesson["date"], "training.date")

    def organisation(self, doc: Doc, homes: "Homes") -> None:
        self.key(doc)
        self.require(doc["region"] == homes.code, "organisation.elsewhere")
        for board in doc["boards"]:
            for holder in board["holders"]:
                sits = self.serves(holder["worker"], day(board["since"]), "psm")
                self.require(sits, "organisation.holder")

    def beneficiary(self, doc: Doc, homes: "Homes") -> Doc:
        findings = doc["classifications"]
        found = day(findings[0]["date"])
        person = doc.get("person")
        if person is None:
            self.require(same(doc["family"]) in homes.families, "beneficiary.no_family")
        else:
            self.require(same(person) in homes.people, "beneficiary.no_resident")
        for one in findings:
            scheme, _, slug = one["category"].partition(":")
            self.require(day(one["date"]) == found <= self.as_of, "finding.date")
            is_served = self.serves(one["assessor"], found) if "assessor" in one else homes.is_idle
            self.require(is_served, "finding.assessor")
            if scheme == "ppks-26":
                self.fits(slug, person, found)
        verified, approved = doc.get("verification"), doc.get("validation")
        if verified:
            self.require(found <= day(verified["date"]) <= self.as_of, "verification.date")
        if approved:
            apart = verified and verified["by"] != approved["by"]
            self.require(apart and verified["date"] <= approved["date"], "validation")
        return {"found": found, "person": person, "name": (person or {}).get("name")}

    def fits(self, slug: str, person: Doc | None, found: date) -> None:
        """Compare a category of the list of 26 with its person."""
        self.require((person is None) == (slug in OF_FAMILIES), "ppks.unit")
        if person is None:
            return
        minimum, maximum = ANNEX[slug]
        first, last = born(person)
        fits = minimum <= age(first, found) and age(last, found) <= maximum
        self.require(fits, "ppks.age")
        if slug == "perempuan-rawan-sosial-ekonomi":
            self.require(person["sex"] == "perempuan", "ppks.sex")
        if slug in OF_THE_DISABLED:
            self.require(person["disabilities"], "ppks.disability")

    def programmes(self, by_kind: dict[str, list[Doc]], beneficiaries: dict[str, Doc]) -> None:
        """Compare the proposals and participations with the beneficiaries."""
        for doc in by_kind.get("psm.proposal/1", []):
            self.proposal(doc, beneficiaries)
        for doc in by_kind.get("psm.participation/1", []):
            self.participation(doc, beneficiaries)

    def participation(self, doc: Doc, beneficiaries: dict[str, Doc]) -> None:
        found = beneficiaries.get(doc["recipient"], {"found": date.max})["found"]
        self.require(doc["programme"] in PROGRAMMES, "participation.programme")
        since = doc.get("since", doc["decided_on"])
        self.require(
            found <= day(doc["decided_on"]) <= day(since) <= self.as_of, "participation.dates"
        )

    def proposal(self, doc: Doc, beneficiaries: dict[str, Doc]) -> None:
        self.key(doc)
        found = beneficiaries.get(doc["beneficiary"], {"found": date.max})["found"]
        self.require(doc["programme"] in PROGRAMMES, "proposal.programme")
        days = [found, *(day(step["date"]) for step in doc["steps"]), self.as_of]
        self.require(days == sorted(days), "proposal.dates")
        self.require(doc["steps"][0]["status"] == "diusulkan", "proposal.first_step")
        self.require(all(step["signed_by"] for step in doc["steps"]), "proposal.unsigned")

    def case(self, doc: Doc, beneficiaries: dict[str, Doc], homes: "Homes") -> None:
        self.key(doc)
        beneficiary = beneficiaries.get(doc["beneficiary"])
        self.require(beneficiary, "case.nobody")
        last, earlier = (beneficiary or {"found": date.max})["found"], set[str]()
        steps = doc["steps"]
        self.counts["steps"] += len(steps)
        consents = {one["key"]: one for one in doc["consents"]}
        self.require(all(one["form"] != "lisan" for one in doc["consents"]), "consent.form")
        self.require(all("evidence" in one for one in doc["consents"]), "consent.evidence")
        for step in steps:
            kind, on = step["kind"], day(step["date"])
            self.require(last <= on <= self.as_of, "step.date")
            self.require(self.serves(step["by"], on), "step.by")
            self.require(step["place"] == homes.code, "step.place")
            self.require("terminasi" not in earlier, "step.after_the_end")
            opens = any(slug.startswith(kind) or kind.startswith(slug) for slug in OPENING)
            self.require(earlier or opens, "step.opening")
            self.require(BEFORE.get(kind, set()) <= earlier, "step.order")
            if kind == "jawaban-rujukan":
                self.require(steps[step["answers"] - 1]["kind"] == "rujukan", "step.answers")
            if "referral" in step:
                self.counts["referrals"] += 1
                consent = consents.get(step["referral"]["consent"], {"date": "9999-12-31"})
                self.require(day(consent["date"]) <= on, "referral.consent")
            earlier.add(kind)
            last = on
        person = (beneficiary or {}).get("person")
        if person and age(born(person)[1], self.as_of) < 18:
            self.require(all(one["giver"] == "wali" for one in doc["consents"]), "consent.guardian")

    def event(self, doc: Doc) -> None:
        first = day(doc["dates"]["start"])
        self.require(first <= day(doc["dates"]["end"]) <= self.as_of, "event.dates")
        self.require(doc["host"].startswith(doc["scope"]), "event.host")
        for one in doc.get("participants", []):
            if "worker" in one:
                self.counts["attendances"] += 1
                self.require(self.serves(one["worker"], first), "participant.unidentified")
        present = 0
        for one in doc.get("delegations", []):
            members = one.get("members", [])
            present += one["present"]
            self.counts["attendances"] += len(members)
            self.require(one["origin"].startswith(doc["scope"] + "."), "delegation.origin")
            self.require(len(members) == one["present"] <= one["registered"], "delegation.size")
            for member in members:
                self.require(self.serves(member, first, "psm"), "delegation.nobody")
                self.require(self.seats.get(member) == one["origin"], "delegation.of_another")
        for figure in doc.get("figures", []):
            self.require(figure["value"] == present, "event.figure")

    def finish(self) -> None:
        """Check that no number or key occurs twice, and that no series has a gap."""
        before = 0
        for number in sorted(self.numbers):
            self.require(number != before, "number.twice")
            begins = number // 10_000 != before // 10_000
            self.require(
                number == (number // 10_000 * 10_000 + 1 if begins else before + 1), "series.gap"
            )
            before = number
        keys = sorted(self.keys)
        self.require(all(a != b for a, b in pairwise(keys)), "key.twice")


class Homes:
    """The families and households of one village."""

    def __init__(self, proof: Proof) -> None:
        self.proof, self.require = proof, proof.require
        self.people: set[str] = set()
        self.families: dict[str, Doc] = {}
        self.by_key: dict[str, Doc] = {}
        self.housed = 0
        self.code = ""
        self.is_idle = True

    def family(self, doc: Doc) -> None:
        key = self.proof.key(doc)
        self.by_key[key] = self.families[same(doc)] = doc
        members = doc["memberships"]
        recorded = date.min
        if "kk" in doc:
            first, month, year = self.proof.number(doc["kk"], None)
            recorded = date(2000 + year, month, first)
            self.require(date(2006, 1, 1) <= recorded <= self.proof.as_of, "kk.date")
        for one in members:
            person = one["person"]
            self.person(person)
            self.require(person.get("kk") == doc.get("kk"), "person.kk")
            self.require(person["family_relation"] == one["relation"], "person.relation")
            since, birth = day(one["since"]), born(person)[0]
            self.require(max(birth, recorded) <= since <= self.proof.as_of, "membership.since")
        self.require(all(1 <= one["decile"] <= 10 for one in doc["ranks"]), "rank.decile")
        self.kin(members)

    def person(self, one: Doc) -> None:
        require, as_of = self.require, self.proof.as_of
        self.proof.counts["people"] += 1
        self.people.add(same(one))
        first, last = born(one)
        years = age(last, as_of)
        require(first <= as_of and years < 100, "person.birth_date")
        self.proof.counts["without full birth date"] += first != last
        require(("nik" in one) != ("nik_absence" in one), "person.nik_absence")
        if "nik" in one:
            of_day, month, year = self.proof.number(one["nik"], one["sex"])
            meant = (f"{century + year:04}-{month:02}-{of_day:02}" for century in (1900, 2000))
            is_possible = any(str(first) <= text <= str(last) for text in meant)
            require(is_possible, "nik.birth_date")
        else:
            self.proof.counts["without NIK"] += 1
        unmarried = one["marital_status"] == "belum-kawin"
        require(unmarried or years >= 19, "person.married_young")
        has_card = years >= 17
        home, other = ("ktp_address", "domicile") if has_card else ("domicile", "ktp_address")
        require(home in one and other not in one, "person.address")
        self.code = one.get(home, {}).get("region", self.code)
        require(years >= LEAST_AGE.get(one["education"], 0), "person.education")
        require(years >= 7 or one["education"] == "tidak-belum-sekolah", "person.education")
        require(one["occupation"] != PUPIL or 6 <= years < 25, "person.occupation")
        require(years >= 18 or one["occupation"] in {PUPIL, IDLE}, "person.occupation")
        require("phone" not in one or PHONE.fullmatch(one["phone"]), "person.phone")

    def kin(self, members: list[Doc]) -> None:
        """Compare the ages, sexes and marriages of a family."""
        require = self.require
        by: dict[str, list[Doc]] = {}
        for one in members:
            by.setdefault(one["relation"], []).append(one["person"])
        require(members[0]["relation"] == "kepala-keluarga", "family.head")
        (head,) = by["kepala-keluarga"]
        spouses = by.get("istri", []) + by.get("suami", [])
        require((head["marital_status"] == "kawin") == (len(spouses) == 1), "family.spouse")
        require(age(born(head)[1], self.proof.as_of) >= 18, "family.young_head")
        for one in spouses:
            require(one["marital_status"] == "kawin" and one["sex"] != head["sex"], "family.spouse")
            require(older(head, one, -16) and older(one, head, -16), "family.spouse_age")
            require(
                (one["sex"] == "perempuan") == (one in by.get("istri", [])), "family.spouse_sex"
            )
        children, grown = by.get("anak", []), by.get("menantu", [])
        for child in children:
            for parent in (head, *spouses):
                is_mother = parent["sex"] == "perempuan"
                require(older(parent, child, 16), "child.age")
                require(
                    not is_mother or not certainly_older(parent, child, 50), "child.age_of_mother"
                )
        births = sorted(first for first, last in map(born, children) if first == last)
        for one, following in pairwise(births):
            require((following - one).days == 0 or (following - one).days > 270, "child.too_soon")
        married = [one for one in children if one["marital_status"] == "kawin"]
        require(len(married) == len(grown), "child.spouse")
        require(sexes(married) == sexes(grown)[::-1], "child.spouse_sex")
        for one in by.get("cucu", []):
            require(older(head, one, 32), "grandchild.age")
            parents = married + grown
            require(not parents or any(older(p, one, 16) for p in parents), "grandchild.age")
        require(all(older(one, head, 16) for one in by.get("orangtua", [])), "parent.age")
        require(all(older(one, spouses[0], 16) for one in by.get("mertua", [])), "parent.age")

    def household(self, doc: Doc) -> None:
        self.proof.key(doc)
        families = [self.by_key.get(key) for key in doc["families"]]
        self.require(all(families), "household.no_family")
        self.housed += len(families)
        members = [one for each in families if each for one in each["memberships"]]
        residents = doc["residents"]
        theirs = sorted(same(one["person"]) for one in members)
        self.require(sorted(same(one["person"]) for one in residents) == theirs, "household.people")
        heads = [one for one in residents if one["relation"] == "kepala-keluarga"]
        self.require(len(heads) == 1 and heads[0] is residents[0], "household.head")
        for one in residents:
            person = one["person"]
            home = person.get("ktp_address") or person.get("domicile")
            self.require(home == doc["address"], "household.address")
        first = [one for one in members if same(one["person"]) == same(residents[0]["person"])]
        self.require(len(first) == 1, "household.head")
        if len(families) == 1:
            for one, member in zip(residents, members, strict=False):
                expected = IN_HOUSEHOLD[member["relation"]]
                self.require(one["relation"] == expected, "household.relation")
        for one in residents[1:]:
            if one["relation"] == "anak":
                self.require(older(residents[0]["person"], one["person"], 16), "household.child")


def older(one: Doc, other: Doc, years: int) -> bool:
    """Return whether one can have been so many years old when the other was born."""
    return (born(other)[1] - born(one)[0]).days >= years * 365.25


def certainly_older(one: Doc, other: Doc, years: int) -> bool:
    """Return whether one was at least so many years old when the other was born."""
    return (born(other)[0] - born(one)[1]).days >= years * 365.25


def sexes(people: list[Doc]) -> list[int]:
    """Return how many are men and how many are women."""
    men = sum(one["sex"] == "laki-laki" for one in people)
    return [men, len(people) - men]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--within", help="villages of a region of the table, such as 63")
    parser.add_argument("--only-make", action="store_true", help="generate without checks")
    return parser.parse_args()


def generate(asked: argparse.Namespace, as_of: date) -> Iterator[Any]:
    """Yield the villages. Only this function and `main` use psm_core."""
    from psm_core import RegionCode, load_regions, population  # noqa: PLC0415 - the checks do not use it

    place: dict[str, Any] = {}
    if asked.within:
        place = {"within": RegionCode(asked.within), "regions": load_regions()}
    return population.villages(people=asked.people, seed=asked.seed, as_of=as_of, **place)


def main() -> int:
    from psm_core import wire  # noqa: PLC0415 - as above

    asked, as_of = arguments(), date(2025, 10, 10)
    proof, spent, letters = Proof(as_of), Counter[str](), 0
    villages, start = generate(asked, as_of), time.process_time()
    while True:
        village = next(villages, None)
        spent["generation"] += (now := time.process_time()) - start
        if village is None:
            break
        proof.counts["villages"] += 1
        if not asked.only_make:
            texts = [wire.to_json(record) for record in village.records]
            letters += sum(map(len, texts))
            spent["writing"] += (written := time.process_time()) - now
            proof.village(texts)
            spent["reading"] += time.process_time() - written
        start = time.process_time()
    proof.finish()
    print(f"{asked.people:,} people, seed {asked.seed}, {letters / 1e6:,.0f} MB of JSON")
    for what, seconds in spent.items():
        print(f"  {what:<20}{seconds:>12.1f} s of CPU time")
    for what, count in sorted(proof.counts.items()):
        print(f"  {what:<20}{count:>12,}")
    print(f"  {'peak memory':<20}{peak():>12.0f} MB")
    for code, count in sorted(proof.errors.items()):
        print(f"ERROR {code}: {count:,}")
    print("errors:", proof.errors.total())
    return 1 if proof.errors else 0


def peak() -> float:
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main())
