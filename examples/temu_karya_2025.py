"""The 2025 Temu Karya from its report, and a worker's document with errors."""

import json
from datetime import date
from pathlib import Path

from psm_core import Actor, Event, RegionCode, ValidationError, Worker, checks, load_regions, wire

HERE = Path(__file__).parent
regions = load_regions()


def place(code: RegionCode) -> str:
    """Return the full name of a region, with the regions around it."""
    return ", ".join(region.full_name for region in [regions[code], *regions.ancestors(code)])


def who(actor: Actor) -> str:
    """Return the name, office and organisation of an actor."""
    office = actor.office
    region = regions[office.region].name if office and office.region else ""
    title = f"{office.title} {region}".strip() if office else None
    return ", ".join(part for part in (actor.name, title, actor.body) if part)


def print_event(event: Event) -> None:
    """Print what the sources say, in the order of the record."""
    print(f"{event.series} ke-{event.edition}")
    if event.theme_kind is not None:
        print(f"  {event.theme_kind.gloss:7} {event.theme}")
    if event.status is not None:
        print(f"  status  {event.status.label}, {event.status.gloss}")
    if event.dates is not None:
        print(f"  when    {event.dates.start} to {event.dates.end}, {event.dates.days} days")
    if event.venue is not None:
        print(f"  where   {event.place}, {place(event.venue)}")
    if event.host is not None:
        print(f"  host    {regions[event.host].full_name}")
    if event.host_appointment is not None:
        by = event.host_appointment.appointed_by
        print(f"          appointed by {who(event.actor(by)) if by else 'somebody not named'}")
    for turnout in event.turnouts:
        count = len(regions.children(turnout.within))
        print(f"  came    {turnout.wording} ({turnout.extent.gloss}; the table has {count})")
    titles = {source.key: source.title for source in event.sources}
    for figure in event.figures:
        number = figure.wording or f"{figure.value} {figure.of}"
        print(f"  count   {number}, {figure.status.gloss} in: {titles[figure.source]}")
    print(f"  count   by delegation: {event.headcount() or 'not stated in any source'}")
    for activity in event.activities:
        print(f"  did     {activity.title}")


def print_speeches(event: Event) -> None:
    """Print each speech with what the report quotes of it."""
    for speech in event.speeches:
        speaker = who(event.actor(speech.speaker))
        print(f"  speech  {speech.kind.label}, {speech.kind.gloss}: {speaker}")
        if speech.reader is not None:
            print(f"          who reads the speech of {who(event.actor(speech.author))}")
        for quotation in speech.quotations:
            print(f"          {quotation.form.gloss:10} {quotation.text}")
        if speech.vision is not None:
            print(f"          quotes the vision of the region: {speech.vision.text}")


def print_outcomes(event: Event) -> None:
    """Print the aims, hopes and opinions, with who stated them."""
    for outcome in event.outcomes:
        by = who(event.actor(outcome.stated_by)) if outcome.stated_by else "the report"
        print(f"  {outcome.status.label:10}  {outcome.description}")
        print(f"              stated by {by}")
        if outcome.partners:
            sectors = sorted(one.gloss for one in outcome.partners)
            print(f"              together with {', '.join(sectors)}")
        if outcome.target:
            print(f"              for {outcome.target}")


print("1. The event, from its document")
text = (HERE / "temu_karya_2025.json").read_text(encoding="utf-8")
event = wire.from_json(text, Event)
print_event(event)
print_speeches(event)
print_outcomes(event)
print("  checks ", checks.check(event, regions=regions, as_of=date(2025, 10, 13)) or "find nothing")
print("  equal after writing and reading:", wire.from_json(wire.to_json(event), Event) == event)

print("\n2. A worker's document with errors, all reported at once")
invalid = (HERE / "faulty_worker.json").read_text(encoding="utf-8")
try:
    wire.from_json(invalid, Worker)
except ValidationError as error:
    for issue in error.issues:
        print(f"  {issue.where}  {issue.code}")
        print(f"    id: {issue.describe('id')}")
        print(f"    en: {issue.describe('en')}")

print("\n3. The same worker, corrected")
document = json.loads(invalid)
data = document["data"]
data.pop("trainigs")
data["person"] |= {
    "nik": "9901014108900001",
    "name": "Contoh",
    "sex": "perempuan",
    "birth_date": "1990-08-01",
    "phone": "+628000000123",
}
data["assignments"][0]["serves"] = "63.10.09.2005"
data["assignments"][1]["until"] = "2021-01-01"
worker = wire.from_json(json.dumps(document), Worker)
print(f"  as it prints, without personal data: {worker.person!r}")
print("  as a document, which is not redacted:")
for line in wire.to_json(worker, indent=2).splitlines():
    print(f"    {line}")
print("  warnings of the checks (a NIK of province 99 is an example, of no region):")
for issue in checks.check(worker, regions=regions, as_of=date(2025, 10, 13)):
    print(f"  {issue.where}  {issue.code}")
    print(f"    id: {issue.describe('id')}")
