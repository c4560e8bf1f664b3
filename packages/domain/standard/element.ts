// What several kinds of elements share: ids, the note and the message that go with a decision.
import * as z from 'zod/mini';
import { ElementId } from './basis.ts';

/** The id of an element, as its own schema describes it. */
export const idOf = (what: string) =>
  ElementId.check(z.describe(`Id of the ${what}, unique among its kind in this standard.`));

export const notify = z
  .optional(z.literal(true))
  .check(z.describe('The citizen sentence also goes out as a message, where there is an address.'));

export const Note = z
  .enum(['none', 'optional', 'required'])
  .check(z.describe('Sentence to the citizen that goes with it.'));
