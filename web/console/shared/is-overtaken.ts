// Answers that mean: while the form was open, somebody else acted.
import { ApiProblem } from './api.ts';

const overtaken = ['case-changed', 'case-ended', 'step-not-active', 'held-by-other'];

export const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiProblem && overtaken.includes(error.problem.code);

/** It was done when it was sent the first time, and nobody knows the answer any more. */
export const isDoneBefore = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'done-before';
