import type { HttpTexts } from "./texts.fr.ts";

const number = new Intl.NumberFormat("en");

export const en: HttpTexts = {
  issues: {
    required: "This field is needed.",
    "control-characters": "This text has invisible characters that Beffroi cannot store. Type it again, or paste it without formatting.",
    "one-line": "Write on a single line.",
    date: "Give a date that exists, for example 2027-03-01.",
    amount: "Give an amount in euros, for example 8 400 or 8 400,50.",
    "unknown-choice": "This choice does not exist, or no longer does. Choose from the list.",
    email: "Give a whole e-mail address, for example firstname.lastname@town.fr.",
    "web-address": "Give a whole web address, starting with https:// or http://.",
  },
  tooLong: (max) => `This text is too long: ${number.format(max)} characters at most.`,
  wholeNumber: (min, max) => `Give a whole number, from ${number.format(min)} to ${number.format(max)}.`,
  otherIssue: "This value does not fit.",
  notFoundTitle: "Page not found",
  notFound: "This page does not exist, or does not concern your authority.",
  forbiddenTitle: "Restricted access",
  forbidden: "Your role does not let you open this page or do this. An administrator of your authority can give you that role.",
  faultTitle: "Beffroi met a problem",
  fault: (id) =>
    `Nothing that was saved is lost. Try again in a moment; if the problem lasts, give this number to your administrator: ${id}.`,
  foreignFormTitle: "Form refused",
  foreignForm: "This form does not come from Beffroi, or your browser hides where it comes from. Open the page again and retry.",
  tooLargeTitle: "Too large",
  tooLarge: "What you sent exceeds 12 MB. Go back with your browser: your text is still there. Make the files lighter, then retry.",
  tooMuchText:
    "This text has too many signs such as < > & or quotation marks: half a million at most. Go back with your browser: it is still there. Shorten it, or attach a file.",
  tooLargeSignedOut:
    "You are not signed in, and this is more than 500 kB. Sign in in another tab, then go back here with your browser: your text is still there. Then try again.",
  badRequestTitle: "Unreadable request",
  badRequest: "Beffroi did not understand what your browser sent. Open the page again and retry.",
  backHome: "Back to the home page",
};
