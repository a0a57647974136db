"""
Examine a question in a unit of work: gather, decide, write down.

Shared by whoever only asks and whoever publishes, so that both get the answer of
the same facts by the same rules, in the transaction they commit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.decision.case import Case
from service.decision.disclosure import disclose
from service.decision.ids import ChannelId, CheckId, PhotoId
from service.decision.post import decide_everywhere, decide_post
from service.decision.powers import Scope
from service.decision.terms import Answer
from service.decision.verdict import Verdict, stricter
from service.ledger.canonical import instant
from service.ledger.entry import EntryKind
from service.records.activity import CheckRecord
from service.usecases.caller import Caller
from service.usecases.checks.gathering import Gathered, Gatherer
from service.usecases.checks.kept import NOTHING_SEEN, KeptLooker, Seen, SeenAgain, registered
from service.usecases.checks.looking import Looker
from service.usecases.checks.outcome import outcome_of, plain_question, read_in
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.read_documents import words_on
from service.usecases.checks.recognise import Recognition, recognise
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen


@dataclass(frozen=True, slots=True)
class Examiner:
    """
    Answer questions and record every answer.
    """

    desk: Desk
    look: Looker
    look_again: KeptLooker
    gather: Gatherer

    def see(self, caller: Caller, question: CheckQuestion) -> Seen:
        """
        See the pictures of a question, before any transaction that writes.

        What is kept of a photo that is named by its id is seen again.

        Raises:
            InvalidInput: Nothing is asked, or too much at once.
            BadImage: A picture cannot be trusted.
            Busy: Every picture worker is occupied.
        """
        question.check_size()
        uploads = self.look(caller.organisation_id, question.uploads)
        return Seen(uploads, self.look_again(caller.organisation_id, question.photo_ids))

    def seen_before(self, work: UnitOfWork, question: CheckQuestion) -> Seen | None:
        """
        Give what is held of all photos named by id; None: not of all.
        """
        if not question.photo_ids:
            return NOTHING_SEEN
        held = self.look_again.held(work, question.photo_ids)
        return Seen(kept=held) if held.keys() >= {*question.photo_ids} else None

    def __call__(
        self,
        work: UnitOfWork,
        caller: Caller,
        question: CheckQuestion,
        seen: Seen,
        now: datetime,
    ) -> CheckRecord:
        """
        Decide and write the check with its ledger line; the caller commits.
        """
        gathered = self._gathered(work, caller, question, seen, now)
        check_id = CheckId(self.desk.new_id())
        outcome = outcome_of(check_id, verdicts_of(gathered), gathered, instant(now))
        check = CheckRecord(
            id=check_id,
            asked_at=now,
            actor_id=caller.actor.id,
            question=plain_question(question) | read_in(gathered),
            outcome=outcome,
            answer=Answer(outcome["answer"]),
            person_ids=gathered.person_ids,
        )
        work.checks.add(check)
        payload = {"check_id": check_id, "question": check.question, "outcome": check.outcome}
        self.desk.record.append(
            work, caller, EntryKind.CHECK_ANSWERED, now, payload, gathered.person_ids
        )
        return check

    def still_holds(
        self,
        work: UnitOfWork,
        caller: Caller,
        question: CheckQuestion,
        seen: Seen,
        check: CheckRecord,
        now: datetime,
    ) -> bool:
        """
        Tell whether an answer is still the same, duties and all; write nothing.
        """
        gathered = self._gathered(work, caller, question, seen, now)
        outcome = outcome_of(check.id, verdicts_of(gathered), gathered, instant(check.asked_at))
        return plain(outcome) == check.outcome

    def _gathered(
        self,
        work: UnitOfWork,
        caller: Caller,
        question: CheckQuestion,
        seen: Seen,
        now: datetime,
    ) -> Gathered:
        return self.gather(work, caller, question, self._recognised(work, question, seen), now)

    def _recognised(
        self, work: UnitOfWork, question: CheckQuestion, seen: Seen
    ) -> list[Recognition]:
        """
        Recognise every picture, with what is kept of the words on it.
        """
        rules = self.look.rules
        found = [recognise(work, each, rules) for each in seen.uploads]
        found += [
            registered(work, photo_id, seen.kept.get(photo_id, SeenAgain()), rules)
            for photo_id in question.photo_ids
        ]
        documents = {photo_id for each in found for photo_id, _ in each.pages}
        words = work.photos.words.of(documents.union(question.photo_ids))
        named = [None] * len(seen.uploads) + [*question.photo_ids]
        return [
            _with_words(each, photo_id, words) for each, photo_id in zip(found, named, strict=True)
        ]


def _with_words(
    found: Recognition, photo_id: PhotoId | None, words: Mapping[PhotoId, str | None]
) -> Recognition:
    """
    Give a picture with what is kept of the words on it, if anything is.

    A document that is named by its id is read whole.
    """
    if photo_id is not None and photo_id in words:
        return found.with_words(words[photo_id])
    return found.with_words(words_on(found.pages, words)) if found.pages else found


def verdicts_of(gathered: Gathered) -> dict[ChannelId | None, Verdict]:
    """
    Decide for the channel asked for, or for every channel.

    With no channel registered at all, nothing may be published anywhere.  Where the
    rules of then cannot be known, the stricter of two answers counts.
    """
    found = _by_rules_of(gathered.case, gathered)
    if gathered.present is None:
        return found
    also = _by_rules_of(gathered.present, gathered)
    both = {key: stricter(found[key], also[key]) for key in found if key in also}
    return both or {None: decide_post(gathered.case, None, gathered.at)}


def _by_rules_of(case: Case, gathered: Gathered) -> dict[ChannelId | None, Verdict]:
    if gathered.is_everywhere and case.channels:
        return dict(decide_everywhere(case, gathered.at).items())
    return {gathered.channel_id: decide_post(case, gathered.channel_id, gathered.at)}


def shown_to(work: UnitOfWork, caller: Caller, check: CheckRecord) -> dict[str, Any]:
    """
    Give the outcome of a check as far as the caller may know it.
    """
    may_see = knows_reasons(work, caller, check)
    return disclose(check.outcome, may_see_reasons=may_see)


def knows_reasons(work: UnitOfWork, caller: Caller, check: CheckRecord) -> bool:
    """
    Tell whether the caller may know the reasons of everybody in a check.

    Whoever may for some units only learns what stands in the way of their people; as
    soon as anybody else is in the picture, they learn the class.
    """
    if not caller.may(Scope.REASONS):
        return False
    narrow = caller.narrowed(Scope.REASONS)
    if narrow.actor.unit_ids is None:
        return True
    if not check.person_ids:
        return Scope.REASONS in caller.actor.scopes
    return is_about_own(work, narrow, check)


def is_about_own(work: UnitOfWork, caller: Caller, check: CheckRecord) -> bool:
    """
    Tell whether a check is about nobody whom the caller does not see.

    Of somebody who was entered twice then, each record was asked.
    """
    if caller.actor.unit_ids is None:
        return True
    people = map(work.people.find, work.pairs.whole(check.person_ids, check.asked_at))
    return all(each is not None and is_seen(caller, each) for each in people)
