// Answers that mean: while the form was open, somebody else acted.
import { ApiProblem } from './api.ts';

const overtaken = ['case-changed', 'case-ended', 'step-not-active', 'held-by-other'];

export const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiProblem && overtaken.includes(error.problem.code);
