/** What VS Code's extension host is given as its tests, with a workspace that lies on no disk. */
import { runSuites } from "../run.ts";

export const run = (): Promise<void> => runSuites(() => import("./suite.ts"));
