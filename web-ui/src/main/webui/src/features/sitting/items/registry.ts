import type { Answer, Form, Shown, ShownOf } from '$api/types';
import type { Component } from 'svelte';
import Essay from './Essay.svelte';
import ShortAnswer from './ShortAnswer.svelte';
import SingleChoice from './SingleChoice.svelte';
import TrueFalseGroup from './TrueFalseGroup.svelte';

export interface ItemProps<S extends Shown> {
  shown: S;
  answer: Answer | null | undefined;
  /** The id of the question's text. */
  labelledby: string;
  onanswer: (answer: Answer | null) => void;
}

/** One component a form: a new form of the API does not compile until it has one here. */
const ITEMS: { [F in Form]: Component<ItemProps<ShownOf<F>>> } = {
  SINGLE_CHOICE: SingleChoice,
  TRUE_FALSE_GROUP: TrueFalseGroup,
  SHORT_ANSWER: ShortAnswer,
  ESSAY: Essay,
};

export function itemOf(shown: Shown): Component<ItemProps<Shown>> {
  // The record above ties each form to its component; the compiler cannot follow that through a lookup.
  return ITEMS[shown.form] as unknown as Component<ItemProps<Shown>>;
}
