// What people ask about their own data, and on which terms it is processed.
export { privacyRoutes as routes } from '../routes/privacy.ts';
