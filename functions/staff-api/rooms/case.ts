// Work on one case: its page, and what is done there.
export { caseRoutes as routes } from '../routes/cases.ts';
