import packageFile from "../../../package.json" with { type: "json" };

/** Of the code that is running, as its package says. */
export const VERSION: string = packageFile.version;
