// The working calendar: seen by everybody, changed by managers.
export { calendarRoutes as routes } from '../routes/calendar.ts';
