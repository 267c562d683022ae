"""Files that were chosen: shown, checked, dropped, photographed and taken back."""

import pathlib
import tempfile

from browser import state_of_script
from documents import document
from portal import Portal
from sentences import expect, expect_equal, test
from test_sending import new_letter

DROP = """([selector, names]) => {
    const transfer = new DataTransfer()
    for (const name of names) transfer.items.add(new File(['x'.repeat(2000)], name, { type: 'application/pdf' }))
    const target = document.querySelector(selector)
    const fire = kind => target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }))
    fire('dragenter')
    const isMarked = Boolean(target.closest('.dropping'))
    return [isMarked, fire('drop')]
}"""


def names(page, field: str) -> list[str]:
    return page.evaluate("name => [...document.querySelector(`[name=${name}]`).files].map(file => file.name)", field)


@test("Chosen files are shown with size and picture, and each can be taken back by keyboard")
def shown(portal: Portal) -> None:
    with new_letter(portal) as page:
        page.set_input_files("[name=letter]", str(document("jpg")))
        page.wait_for_selector("[name=letter] ~ .chosen canvas")
        # The picture is that of the file: it is not one colour.
        colours = page.evaluate("""() => { const canvas = document.querySelector('.chosen canvas')
            return new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size }""")
        expect(colours > 2, f"{colours} colours")
        page.set_input_files("[name=attachment]", [str(document("pdf")), str(document("tiff")), str(document("docx"))])
        lines = page.locator("[name=attachment] ~ .chosen li").all_inner_texts()
        expect(len(lines) == 3 and "کیلوبایت" in lines[0] and document("pdf").name in lines[0], lines)
        page.wait_for_selector(".announcement:has-text('۳ فایل')", state="attached")
        state_of_script(page, "files-chosen")
        page.focus("[name=attachment] ~ .chosen li:nth-child(2) button")
        page.keyboard.press("Enter")
        expect_equal(names(page, "attachment"), [document("pdf").name, document("docx").name])
        expect_equal(page.evaluate("document.activeElement.getAttribute('aria-label')"), f"برداشتن: {document('docx').name}", "the focus")
        expect_equal(page.complaints, [])


@test("An empty file, one of another type, one too large and one too many are refused at once, in both languages, as the server would")
def checked(portal: Portal) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, size in (("empty.pdf", 0), ("program.exe", 10), ("large.pdf", 20 * 1024 * 1024 + 1), *((f"{one}.pdf", 9) for one in range(6))):
            (folder / file).write_bytes(bytes(size))
        for language in ("fa", "en"):
            with new_letter(portal, language) as page:
                page.fill("[name=sender]", "x")
                for files in (["empty.pdf"], ["program.exe"], ["large.pdf"], ["0.pdf", "program.exe", "empty.pdf"], [f"{one}.pdf" for one in range(6)]):
                    page.set_input_files("[name=attachment]", [str(folder / file) for file in files])
                    by_script = set(page.inner_text("#attachment-error").splitlines())
                    expect_equal(page.get_attribute("[name=attachment]", "aria-invalid"), "true")
                    state_of_script(page, f"files-refused-{language}")
                    # The server itself, asked with the same files: 0.pdf is damaged too, which only it can see.
                    by_server = set(page.evaluate("""async () => {
                        const form = document.querySelector('main form')
                        const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) })
                        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
                        return page.querySelector('#attachment-error').textContent.split('\\n')
                    }"""))
                    expect(by_script <= by_server and by_script, f"{files}: {by_script - by_server} is not in {by_server}")
                page.set_input_files("[name=attachment]", [str(document("pdf"))])
                expect(page.locator("#attachment-error").count() == 0, "the error stays after the right file")
                expect(page.get_attribute("[name=attachment]", "aria-describedby") == "attachment-hint", "the field still names its error")


@test("Files can be dropped on their field; beside it they do not take the page away")
def dropped(portal: Portal) -> None:
    with new_letter(portal) as page:
        # As the field of a reply is.
        page.eval_on_selector("[name=letter]", "field => field.multiple = false")
        expect_equal(page.evaluate(DROP, ["[name=letter]", ["a.pdf", "b.pdf"]])[0], True, "the field is marked")
        expect_equal(names(page, "letter"), ["a.pdf"], "a field for one file")
        page.evaluate(DROP, ["[name=attachment]", ["a.pdf", "b.pdf"]])
        page.evaluate(DROP, ["[name=attachment]", ["c.pdf"]])
        expect_equal(names(page, "attachment"), ["a.pdf", "b.pdf", "c.pdf"], "a field for several")
        expect_equal(page.evaluate(DROP, ["h1", ["a.pdf"]])[1], False, "the browser would open what is dropped on the page")


@test("On a telephone a button opens the camera, and its photograph is added to the field")
def photographed(portal: Portal) -> None:
    with new_letter(portal) as page:
        expect_equal(page.locator("button.camera").count(), 0, "buttons where a mouse points")
        context = page.context.browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740},
                                                   storage_state=page.context.storage_state())
        phone = context.new_page()
        # As a telephone's browser has it, which looks whether there is a camera.
        phone.add_init_script("Object.defineProperty(HTMLInputElement.prototype, 'capture', { value: '', writable: true })")
        phone.goto(page.url)
        expect_equal(phone.locator("button.camera").count(), 2)
        with phone.expect_file_chooser() as chooser:
            phone.locator("button.camera").nth(1).tap()
        expect_equal(chooser.value.element.get_attribute("capture"), "environment")
        chooser.value.set_files(str(document("jpg")))
        phone.wait_for_selector("[name=attachment] ~ .chosen li")
        with phone.expect_file_chooser() as chooser:
            phone.locator("button.camera").nth(1).tap()
        chooser.value.set_files(str(document("png")))
        expect_equal(names(phone, "attachment"), [document("jpg").name, document("png").name])
        state_of_script(phone, "photographed")
        context.close()
