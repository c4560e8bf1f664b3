// What comes beside the forms of steps.
export { stepRoutes as routes } from '../routes/steps.ts';
