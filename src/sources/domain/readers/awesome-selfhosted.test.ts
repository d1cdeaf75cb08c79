import { describe, expect, it } from "vitest";
import { readAwesomeSelfhosted } from "./awesome-selfhosted.ts";

const WIKI = {
  name: "Wiki",
  website_url: "https://wiki.org",
  source_code_url: "https://git.wiki.org/wiki",
  licenses: ["MIT"],
  tags: ["Wikis"],
};
const recordOf = (more: object): unknown => readAwesomeSelfhosted([{ ...WIKI, ...more }]).records[0];

describe("the list of software that one can host", () => {
  it("gives licences, tags and addresses", () => {
    expect(recordOf({ licenses: ["MIT", "AGPL-3.0"] })).toMatchObject({
      ...{ key: "Wiki", licences: ["MIT", "AGPL-3.0"], saidNotFree: false, terms: ["Wikis"] },
      ...{ website: "https://wiki.org", repository: "https://git.wiki.org/wiki", archived: false },
    });
  });

  it("says what the list says is not free", () => {
    expect(recordOf({ licenses: ["⊘ Proprietary"] })).toMatchObject({ saidNotFree: true, licences: ["⊘ Proprietary"] });
    expect(recordOf({ licenses: ["AGPL-3.0", "⊘ Proprietary"] })).toMatchObject({ saidNotFree: true });
  });

  it("does not take the site of closed software for its source", () => {
    expect(recordOf({ licenses: ["⊘ Proprietary"], source_code_url: WIKI.website_url })).toMatchObject({ repository: null });
    expect(recordOf({ source_code_url: WIKI.website_url })).toMatchObject({ repository: WIKI.website_url });
  });

  it("takes languages and containers for no platform, a Debian package for Linux", () => {
    expect(recordOf({ platforms: ["Docker", "PHP"] })).toMatchObject({ platforms: [] });
    expect(recordOf({ platforms: ["Docker", "deb"] })).toMatchObject({ platforms: ["linux"] });
  });

  it("keeps the words of links", () => {
    expect(recordOf({ description: "Fork of [Airtime](https://airtime.pro), < 1 KB." })).toMatchObject({
      descriptionEn: "Fork of Airtime, < 1 KB.",
    });
  });

  it("says what is archived", () => {
    expect(recordOf({ archived: true })).toMatchObject({ archived: true });
  });
});
