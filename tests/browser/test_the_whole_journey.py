"""One partnership from its need to a record that a stranger verifies, as people do it: Alice, Dora and Eve.

Nothing waits for a time: each step waits for what a person would see.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.pages import DOWNLOADED, PASSWORD

pytestmark = pytest.mark.xdist_group("browser")

EXAMPLES = Path(__file__).parents[2] / "examples"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LEARNERS = "name,email,grade,language\nDora Conti,dora@example.org,88,en\nEmil Horák,emil@example.org,71,cs\n"
_CLAIM = re.compile(r"http://\S+/claim/\S+/")
_MOST_LOOKS = 300
expect.set_options(timeout=30_000)


@contextmanager
def window(chromium: Browser, site: str, size: dict[str, int] = WIDE) -> Iterator[Tab]:
    """A browser window of somebody new."""
    context = chromium.new_context(base_url=site, viewport=size)  # type: ignore[arg-type] # Playwright's own type
    yield context.new_page()
    context.close()


def sign_in(tab: Tab, who: str) -> None:
    """Fills in the sign-in page that the tab shows."""
    tab.get_by_label("Email").fill(f"{who}@example.org")
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    press(tab, "Sign In")


def press(tab: Tab, name: str | re.Pattern[str]) -> None:
    """Presses a button of the page."""
    tab.get_by_role("main").get_by_role("button", name=name).first.click()


def follow(tab: Tab, name: str) -> None:
    """Follows a link of the page."""
    tab.get_by_role("main").get_by_role("link", name=name).first.click()


def room(tab: Tab, name: str) -> None:
    """Goes to a room by the line above every page."""
    tab.get_by_role("navigation", name="Steps").get_by_role("link", name=name, exact=True).click()


def title(tab: Tab) -> Locator:
    """What the page says first."""
    return tab.get_by_role("heading", level=1)


def said(tab: Tab, sentence: str) -> None:
    """Waits until the page tells that it is done."""
    expect(tab.get_by_role("main").get_by_text(sentence, exact=False).locator("visible=true").first).to_be_visible()


def take_over(tab: Tab, file: Path) -> None:
    """Hands in a file and looks at its preview."""
    tab.get_by_role("main").locator("input[type=file]").set_input_files(file)
    press(tab, "Preview")
    said(tab, "Nothing is taken over yet.")
    press(tab, re.compile("^Take over"))


def test_from_the_need_to_a_record_that_a_stranger_verifies(
    chromium: Browser, site: str, shared: Path, tmp_path: Path
) -> None:
    with window(chromium, site) as alice:
        alice.goto("/")
        follow(alice, "Sign in")
        sign_in(alice, "alice")
        open_a_partnership(alice)
        look_into_the_context(alice)
        log_an_occasion(alice)
        map_the_stakeholders(alice)
        design_and_approve(alice)
        run_a_pilot(alice, tmp_path)
        prepare_recognition(alice)
        issue(alice)
        link = mailed(alice, shared / "log.txt", "dora@example.org")

    with window(chromium, site) as charlie:
        refused_to_another(charlie, link)
    with window(chromium, site, NARROW) as dora, window(chromium, site) as eve:
        record = claim(dora, link, tmp_path)
        address = share(dora)
        shown_to(eve, address)
        verify(eve, record)
        withdraw(dora)
        assert (answer := eve.goto(address)) is not None
        assert answer.status == 410
        expect(title(eve)).to_have_text("This record is not shown here.")


def open_a_partnership(tab: Tab) -> None:
    """A new partnership, its need, and what the need rests on."""
    follow(tab, "Start a new partnership")
    tab.get_by_label("Name of the partnership").fill("Ore Mountains Stages")
    tab.get_by_label("Countries or regions").fill("Czechia / Ústí")
    press(tab, "Start the partnership")
    said(tab, "Start with the skills need.")
    tab.get_by_label("The need, in your own words").fill("Theatres throw their sets away: nobody builds for reuse.")
    press(tab, "Save the need")
    said(tab, "The need is saved.")
    tab.get_by_label("What it says").fill("Nine of twelve stages burn or dump a set after its last night.")
    tab.get_by_label("Source").fill("Survey of the stages, spring 2026")
    press(tab, "Add the evidence")
    said(tab, "Survey of the stages, spring 2026")


def look_into_the_context(tab: Tab) -> None:
    """Step 1: a country, one answer, and ratings with their reasons."""
    room(tab, "Context")
    tab.get_by_label("Country").fill("Czechia")
    press(tab, "Add the country")
    follow(tab, "Begin")
    tab.get_by_role("radio", name="National").first.check()
    press(tab, "Save and go to the overview")
    follow(tab, "Ratings")
    for field in tab.get_by_label(re.compile("^Rating")).all():
        field.select_option("Developing")
    for field in tab.get_by_label(re.compile("^Why it differs")).all():
        field.fill("Two interviews at the ministry in October.")
    press(tab, "Confirm these ratings")
    room(tab, "Context")
    expect(tab.get_by_role("table", name="Readiness matrix").get_by_text("Developing").first).to_be_visible()


def log_an_occasion(tab: Tab) -> None:
    """Step 2: something read, and a meeting with what came of it."""
    room(tab, "Awareness")
    follow(tab, "Discover")
    expect(title(tab)).to_be_visible()
    room(tab, "Awareness")
    follow(tab, "Log an occasion")
    tab.get_by_label("Title").fill("First meeting in Teplice")
    tab.get_by_label("Number of participants").fill("18")
    tab.get_by_label("What came of it").fill("Four stages want one course together.")
    press(tab, "Save")
    expect(title(tab)).to_contain_text("Four stages want one course together.")


def map_the_stakeholders(tab: Tab) -> None:
    """Step 3: a spreadsheet, looked over, becomes the map."""
    room(tab, "Stakeholders")
    follow(tab, "Take over a spreadsheet")
    take_over(tab, EXAMPLES / "map.csv")
    said(tab, "51 stakeholders are taken over.")
    picture = tab.get_by_role("region", name="The map as a picture")
    expect(picture.get_by_role("img")).to_be_visible()


def design_and_approve(tab: Tab) -> None:
    """Step 4: a design is taken over, given a better title, and approved."""
    room(tab, "Design")
    follow(tab, "Or take over a file")
    take_over(tab, EXAMPLES / "design.json")
    follow(tab, "Title and bodies")
    tab.get_by_label("Title", exact=True).fill("Sets That Last")
    tab.get_by_label("What changed, and why").fill("A title that learners remember.")
    press(tab, "Save as a new version")
    said(tab, "Version 2 is saved.")
    expect(title(tab)).to_have_text("Sets That Last")
    press(tab, "Approve version 2")
    said(tab, "Version 2 is approved")


def run_a_pilot(tab: Tab, folder: Path) -> None:
    """Step 4: a cohort with its learners, a session, who was there, what each reached."""
    room(tab, "Pilots")
    follow(tab, "Plan a cohort")
    tab.get_by_label("Name of the cohort").fill("Winter 2026")
    press(tab, "Plan the cohort")
    said(tab, "The cohort is planned.")
    (list_of_learners := folder / "learners.csv").write_text(LEARNERS, "utf-8")
    follow(tab, "Take over a spreadsheet")
    take_over(tab, list_of_learners)
    said(tab, "2 learners are taken over.")
    follow(tab, "Sessions")
    tab.get_by_label("Title", exact=True).fill("Materials and their footprint")
    tab.get_by_label("Date").fill("2026-11-20")
    tab.get_by_label("Hours").fill("6")
    press(tab, "Plan the session")
    follow(tab, "Record attendance")
    tab.get_by_label("Dora Conti, Materials and their footprint").check()
    press(tab, "Save attendance")
    said(tab, "Saved: 1 entry changed.")
    follow(tab, "Results")
    for field in tab.get_by_role("table", name="Results").get_by_role("combobox").all():
        field.select_option("reached")
    press(tab, "Save the results")
    expect(title(tab)).to_have_text("2 of 2 learners have passed.")
    follow(tab, "Overview")
    follow(tab, "Change the cohort")
    tab.get_by_label("Status").select_option("finished")
    press(tab, "Save the cohort")
    expect(tab.get_by_role("main").get_by_role("link", name="Go to issuing")).to_be_visible()


def prepare_recognition(tab: Tab) -> None:
    """Step 5: a route; the pilot's results stand in the dossier by themselves."""
    room(tab, "Recognition")
    follow(tab, "Look at the routes")
    tab.get_by_role("radio").first.check()
    tab.get_by_label("Why this route").fill("The board of the academy meets in January.")
    press(tab, "Take this route")
    said(tab, "The route is chosen.")
    expect(title(tab)).to_have_text("8 of 11 pieces of the dossier of Sets That Last are there.")
    expect(tab.get_by_role("main")).to_contain_text("Pilot results")


def issue(tab: Tab) -> None:
    """An issuer with its key, then two records; the impatient click twice."""
    room(tab, "Issuing")
    follow(tab, "Set up an issuer")
    tab.get_by_label("Name", exact=True).fill("Vltava Academy of Stagecraft")
    tab.get_by_label("Country", exact=True).fill("Czechia")
    press(tab, "Set up the issuer")
    said(tab, "The issuer is set up, and has its key.")
    room(tab, "Issuing")
    follow(tab, "Choose learners")
    press(tab, "Preview")
    expect(title(tab)).to_have_text("2 learners get a record.")
    tab.get_by_role("button", name="Issue 2 records").dblclick()
    expect(title(tab)).to_have_text("2 records are issued. Nobody has claimed theirs yet.")
    room(tab, "Issuing")
    expect(title(tab)).to_have_text("0 of 2 records are claimed.")
    expect(tab.get_by_role("table", name="Issued in one go").get_by_role("row")).to_have_count(2)


def mailed(tab: Tab, log: Path, address: str) -> str:
    """The link in the mail to `address`, once the record's page says that it is sent."""
    follow(tab, "All records")
    line = tab.get_by_role("row").filter(has_text=address)
    for _look in range(_MOST_LOOKS):
        if line.get_by_text("mail sent on").count():
            break
        tab.reload()
    expect(line.get_by_text("mail sent on")).to_be_visible()
    mail = log.read_text("utf-8").split(f"To: {address}")[-1]
    found = _CLAIM.search(mail)
    assert found, mail
    return found[0]


def refused_to_another(tab: Tab, link: str) -> None:
    """Charlie has got hold of the link: it stays Dora's."""
    tab.goto(link)
    expect(title(tab)).to_have_text("A record waits for you")
    follow(tab, "Sign in")
    sign_in(tab, "charlie")
    press(tab, "Take the record")
    expect(title(tab)).to_have_text("This record waits for another address.")


def claim(tab: Tab, link: str, folder: Path) -> Path:
    """Dora takes her record on a phone, and keeps the original."""
    tab.goto(link)
    follow(tab, "Sign in")
    sign_in(tab, "dora")
    expect(title(tab)).to_have_text("A record waits for you")
    press(tab, "Take the record")
    expect(title(tab)).to_have_text("Sets That Last")
    assert not tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    with tab.expect_download() as kept:
        follow(tab, "Signed record (JSON)")
    kept.value.save_as(file := folder / "record.json")
    # `make interop` hands this very file to verifiers that others wrote.
    DOWNLOADED.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, DOWNLOADED)
    assert json.loads(file.read_text("utf-8"))["credentialSubject"]["achievement"]["name"] == "Sets That Last"
    used_again = tab.context.new_page()
    used_again.goto(link)
    expect(title(used_again)).not_to_have_text("A record waits for you")
    used_again.close()
    return file


def share(tab: Tab) -> str:
    """Dora makes a link for the theatre that may employ her."""
    tab.get_by_label("For whom is the link?").fill("Job at the theatre")
    press(tab, "Make a link")
    address = tab.locator("#links").get_by_role("link")
    expect(address).to_have_count(1)
    return str(address.get_attribute("href"))


def shown_to(tab: Tab, address: str) -> None:
    """Eve opens what she was given, and has no account."""
    tab.goto(address)
    expect(title(tab)).to_have_text("Sets That Last")
    expect(tab.get_by_text("Genuine and valid", exact=True)).to_be_visible()
    said(tab, "Dora Conti")


def verify(tab: Tab, file: Path) -> None:
    """Eve checks the file itself."""
    tab.goto("/")
    follow(tab, "Check a record")
    tab.get_by_label("Drop a file here, or choose one.").set_input_files(file)
    press(tab, "Check it")
    expect(title(tab)).to_have_text("Genuine and valid")
    said(tab, "Dora Conti")


def withdraw(tab: Tab) -> None:
    """Dora has the job, or not: the link goes."""
    press(tab, re.compile("^Withdraw"))
    expect(tab.locator("#links").get_by_role("link")).to_have_count(0)
