// Failures to protect personal data.
export { breachRoutes as routes } from '../routes/breaches.ts';
