// What every page of the workbench loads. Each part looks for its own elements and does nothing where they lack;
// without any of it the pages work by plain links and forms.
import "./notices.js";
import "./keys.js";
import "./map.js";
import "./selecting.js";
