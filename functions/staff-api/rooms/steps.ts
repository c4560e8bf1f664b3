// What a step needs besides its form.
export { stepRoutes as routes } from '../routes/steps.ts';
