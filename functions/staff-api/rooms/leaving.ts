// What a government that leaves takes home.
export { leavingRoutes as routes } from '../routes/leaving.ts';
