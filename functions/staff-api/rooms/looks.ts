// What is shown in full, without the case around it.
export { lookRoutes as routes } from '../routes/looks.ts';
