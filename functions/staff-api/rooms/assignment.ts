// Handing work to somebody.
export { assignmentRoutes as routes } from '../routes/assignment.ts';
