/** Entry of the workbench page. */
import "./api-client/schemas-without-eval.ts";
import "./theme/variables.css";
import "./theme/base.css";
import "./theme/controls.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.tsx";
import { applyTheme, rememberedTheme } from "./theme/theme-choice.ts";

applyTheme(rememberedTheme());
const root = document.getElementById("root");
if (root === null) throw new Error("index.html: expected an element with id root, found none");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
