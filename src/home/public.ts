/** The door of the home slice. */
export { mailNotifications } from "./usecases/mail-notification.ts";
export { markAllRead } from "./usecases/mark-all-read.ts";
