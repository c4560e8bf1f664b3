// The practice space: opened, emptied and closed by managers.
export { practiceRoutes as routes } from '../routes/practice.ts';
