import type { Deps } from "#src/platform/deps.ts";
import { Gallery } from "#src/platform/ui/gallery.tsx";
import { notFound } from "./errors.tsx";
import type { Routes } from "./routes.ts";
import { show } from "./show.tsx";

/** Every component in every state, for those who build: in development and tests alone. */
export function galleryRoutes(routes: Routes, { config }: Deps): void {
  routes.get("/_ui", "public", (c) => {
    if (!config.showsGallery) return notFound(c);
    return show(c, { title: "Components" }, <Gallery language={c.get("language")} />);
  });
}
