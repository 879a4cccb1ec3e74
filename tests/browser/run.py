#!/usr/bin/env python3
"""Drives the preview in Chromium as people do: tests/browser/run.py PROGRAM [WORDS]

PROGRAM is the built `sumber`, started on a free port. Only checks whose name holds WORDS are run, if there are any.
Needs Chromium with its driver, Selenium, and axe-core under target/npm. Pictures go to target/tmp/screenshots. Exit 0,
or 1 with what is wrong.
"""

import shutil
import sys
import time
import traceback
from pathlib import Path

import conversation
import drawing
import editing
import filling
import looks
import public
import whole
from page import ROOT, Page, Program

LANGS = ("en", "id")


def checks(shipped, own, facts, binary):
    """Each check by its name, with the pages it needs."""
    for lang in LANGS:
        yield conversation.every_command_that_is_registered_is_answered, (shipped, lang)
        yield conversation.an_answer_is_shared_and_taken_away, (shipped, lang)
        yield conversation.an_answer_is_cited_in_every_style, (shipped, lang)
        yield conversation.every_button_below_an_answer_does_something, (shipped, lang)
        for how in ("right click", "long press", "keys"):
            yield conversation.related_facts_are_found_on_a_message, (shipped, lang, how)
    for check in (
        drawing.markdown_is_drawn_as_discord_draws_it,
        drawing.markup_in_a_text_stays_text,
        drawing.everything_that_a_message_may_hold_is_drawn,
        drawing.limits_are_counted_as_discord_counts,
        conversation.a_list_of_commands_is_offered_and_filtered,
        conversation.every_view_by_typing_and_from_the_menu,
        conversation.values_are_completed_by_the_bot,
        conversation.a_late_completion_is_dropped,
        conversation.free_words_are_taken_where_values_are_completed,
        conversation.choices_and_truth_values_are_offered,
        conversation.mistakes_are_told_and_nothing_is_lost,
        conversation.a_text_that_is_nearly_a_command_is_asked_back,
        conversation.a_text_without_a_slash_is_a_question,
        conversation.sharing_twice_is_told,
        conversation.a_statement_is_opened_from_the_menu_by_keys,
        conversation.a_menu_opens_where_there_is_room,
        conversation.pages_are_turned,
        conversation.help_names_commands_that_can_be_tapped,
        conversation.a_button_for_the_other_language_answers_in_it,
        conversation.discord_forces_privacy_where_only_a_person_has_the_bot,
        conversation.one_command_by_keys_alone,
        conversation.a_picture_stands_in_the_answer,
        looks.the_payload_is_shown_with_its_limits,
        looks.every_look_is_free_of_faults,
        looks.a_drawer_holds_the_rest_on_a_phone,
        looks.pictures,
        public.every_page_is_free_of_faults,
        public.pages_are_read_by_keys_alone,
        public.a_reader_finds_a_statement_and_its_other_language,
        public.pages,
    ):
        yield check, (shipped,)
    yield filling.it_can_be_tried_without_a_file, (shipped,)
    yield editing.problems_show_as_one_edits, (own, facts)
    yield filling.a_statement_with_a_new_source_is_added, (own, facts)
    yield filling.a_statement_is_edited_from_its_answer, (own, facts)
    yield filling.what_is_wrong_is_told_beside_the_field, (own, facts)
    yield filling.somebody_else_changes_it_meanwhile, (own, facts)
    yield filling.it_is_filled_in_by_keys_alone, (own, facts)
    yield filling.everything_can_be_written, (own, facts)
    yield filling.a_source_is_added_alone, (own, facts)
    yield filling.every_look_is_free_of_faults, (own, facts)
    yield whole.an_edit_shows_everything, (own, facts, binary)
    yield whole.a_figure_is_added_with_what_it_counts, (own, facts)
    yield whole.a_source_has_its_authors_and_a_statement_is_withdrawn, (own, facts)


def main():
    binary, words = Path(sys.argv[1]).resolve(), sys.argv[2:]
    folder = ROOT / "target/tmp/browser"
    folder.mkdir(parents=True, exist_ok=True)
    facts = folder / "facts.toml"
    shutil.copy(ROOT / "tests/fixtures/facts/valid.toml", facts)
    first, second = Program(binary), Program(binary, "--facts", str(facts))
    page = Page(first.address)
    wrong = 0

    def run(check, arguments):
        nonlocal wrong
        name = check.__name__
        if words and not any(word in name for word in words):
            return
        label = " ".join([name.replace("_", " "), *(one for one in arguments if isinstance(one, str))])
        began = time.monotonic()
        try:
            check(*arguments)
            page.silent()
        except Exception:
            wrong += 1
            page.picture(f"wrong-{name}")
            print(f"WRONG  {label}\n{traceback.format_exc()}")
        else:
            print(f"{time.monotonic() - began:6.1f}s  {label}")

    try:
        for check, arguments in checks(page, page, facts, binary):
            if facts in arguments:
                page.address = second.address
            run(check, arguments)
        page.address = second.address
        run(editing.a_stopped_bot_is_told_and_tried_again, (page, second))
    finally:
        page.close()
        first.stop()
        second.stop()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
