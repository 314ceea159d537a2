"use strict";
// Opens, for a figure, what it is made of. Every text is set as text, never as markup.
(function () {
  const data = JSON.parse(document.getElementById("cells").textContent);
  const trail = [];
  let opened = null;

  const make = (name, text, kind) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };
  const button = (text, action) => {
    const element = make("button", text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  };

  // A thing is a cell (line and column), a parameter (line below zero), or figures together (several of either).
  const isParameter = thing => 0 > thing.line;
  const lineOf = thing => isParameter(thing) ? data.parameters[-1 - thing.line] : data.lines[thing.line];
  const textOf = thing => data.texts[isParameter(thing) ? lineOf(thing).value : lineOf(thing).values[thing.column]];
  const withUnit = thing => {
    const unit = lineOf(thing).unit, text = textOf(thing);
    return unit === "" || text === "n/a" ? text : unit + " " + text;
  };
  const short = (name, section) => name.startsWith(section + " / ") ? name.slice(section.length + 3) : name;
  const sectionOf = name => name.split(" / ")[0];

  function reference(part, of) {
    const other = lineOf(part), name = short(other.name, sectionOf(lineOf(of).name));
    const when = isParameter(part) || part.column === of.column ? "" : " of " + data.columns[part.column];
    return name + when + (other.kind === "Flag" ? " (" + textOf(part) + ")" : " " + textOf(part));
  }

  function partsOf(cell) {
    const pattern = data.patterns[lineOf(cell).formulas[cell.column]], parts = [];
    for (let i = 1; pattern.length > i; i += 2) parts.push({ line: pattern[i], column: cell.column + pattern[i + 1] });
    return parts;
  }

  function formula(cell, parts) {
    const text = make("p", undefined, "formula");
    const pattern = data.texts[data.patterns[lineOf(cell).formulas[cell.column]][0]];
    for (const piece of ("= " + pattern).split(/(\{\d+\})/)) {
      const place = /^\{(\d+)\}$/.exec(piece);
      text.append(place ? button(reference(parts[+place[1]], cell), () => show(parts[+place[1]])) : document.createTextNode(piece));
    }
    return text;
  }

  function table(things, nameOf) {
    const list = make("table"), body = make("tbody");
    for (const thing of things) {
      const row = make("tr"), name = make("th");
      name.scope = "row";
      name.append(button(nameOf(thing), () => show(thing)));
      row.append(name, make("td", withUnit(thing)));
      body.append(row);
    }
    list.append(body);
    return list;
  }

  const dated = thing => lineOf(thing).name + (isParameter(thing) ? "" : ", " + data.columns[thing.column]);

  function cellInto(panel, cell) {
    panel.append(make("p", withUnit(cell), "value"));
    const line = lineOf(cell), index = isParameter(cell) ? -1 : line.formulas[cell.column];
    if (index === -2) panel.append(make("p", "None in this column."));
    if (0 > index) panel.append(make("p", "Supplied, not computed."));
    const parts = 0 > index ? [] : partsOf(cell);
    if (index >= 0) panel.append(make("h3", "Formula"), formula(cell, parts));
    const observed = isParameter(cell) ? undefined : (line.observed || {})[cell.column];
    if (observed) panel.append(make("h3", "Of the market"), make("p", data.texts[observed[0]]));
    const reasons = isParameter(cell) ? undefined : (line.reasons || {})[cell.column];
    if (reasons) {
      const list = make("ul");
      for (const reason of reasons) list.append(make("li", data.texts[reason]));
      panel.append(make("h3", "Because"), list);
    }
    panel.append(make("h3", "Source"), make("p", data.texts[line.source] || "None given."));
    if (parts.length > 0) panel.append(make("h3", "Made of"), table(parts, dated));
  }

  const together = {
    Flow: "the sum of", Check: "the largest of", Opening: "the first of", Level: "the last that applies of", Flag: "as at the end of"
  };

  function figureInto(panel, figure) {
    const unit = data.lines[figure.lines[0]].unit;
    panel.append(make("p", unit === "" ? figure.text : unit + " " + figure.text, "value"));
    if (figure.first === figure.last) {
      panel.append(make("h3", "The sum of"), table(figure.lines.map(line => ({ line: line, column: figure.first })), dated));
      return;
    }
    for (const line of figure.lines) {
      const cells = [];
      for (let column = figure.first; figure.last >= column; column++) cells.push({ line: line, column: column });
      panel.append(make("h3", data.lines[line].name + ": " + together[data.lines[line].kind]), table(cells, cell => data.columns[cell.column]));
    }
  }

  const panel = make("aside", undefined, "panel");
  panel.hidden = true;
  panel.setAttribute("aria-label", "What a figure is made of");
  document.body.append(panel);

  function render() {
    const thing = trail[trail.length - 1], tools = make("div", undefined, "tools");
    panel.replaceChildren();
    tools.append(trail.length > 1 ? button("Back", () => { trail.pop(); render(); }) : make("span"), button("Close (Esc)", close));
    const title = make("h2", thing.lines ? thing.title : dated(thing));
    title.tabIndex = -1;
    panel.append(tools, title);
    if (thing.lines) figureInto(panel, thing);
    else cellInto(panel, thing);
    panel.hidden = false;
    document.documentElement.classList.add("panel-open");
    panel.scrollTop = 0;
    title.focus({ preventScroll: true });
  }

  function show(thing) {
    trail.push(thing);
    render();
  }

  function close() {
    panel.hidden = true;
    document.documentElement.classList.remove("panel-open");
    trail.length = 0;
    if (opened) {
      opened.classList.remove("open");
      opened.focus({ preventScroll: true });
    }
    opened = null;
  }

  const headOf = cell => cell.closest("table").tHead.rows[0].cells[cell.cellIndex];

  function figureOf(cell) {
    const byRow = cell.closest("table").dataset.by === "row", row = cell.parentElement, head = headOf(cell);
    const lines = byRow ? row.dataset.l : head.dataset.l, columns = byRow ? head.dataset.c : row.dataset.c;
    if (lines === undefined || columns === undefined || cell.textContent === "") return null;
    const ends = columns.split("-").map(Number);
    const numbers = lines.split("+").map(Number), when = (byRow ? head : row.cells[0]).textContent.split(" ")[0];
    const title = (numbers.length === 1 ? data.lines[numbers[0]].name : sectionOf(data.lines[numbers[0]].name) + " / " + head.textContent) + ", " + when;
    return { lines: numbers, first: ends[0], last: ends[1], text: cell.textContent, title: title };
  }

  function open(cell) {
    const figure = figureOf(cell);
    if (figure === null) return;
    if (opened) opened.classList.remove("open");
    trail.length = 0;
    opened = cell;
    cell.classList.add("open");
    show(figure.lines.length === 1 ? (figure.first === figure.last ? { line: figure.lines[0], column: figure.first } : figure) : figure);
  }

  // One stop of the tab key a table; arrows move inside it.
  function move(cell, key) {
    const row = cell.parentElement, rows = Array.from(cell.closest("table").tBodies[0].rows), at = rows.indexOf(row);
    if (key === "ArrowLeft") return row.cells[cell.cellIndex - 1];
    if (key === "ArrowRight") return row.cells[cell.cellIndex + 1];
    if (key === "Home") return row.cells[1];
    if (key === "End") return row.cells[row.cells.length - 1];
    const next = key === "ArrowUp" ? rows[at - 1] : key === "ArrowDown" ? rows[at + 1] : undefined;
    return next ? next.cells[cell.cellIndex] : undefined;
  }

  for (const figures of document.querySelectorAll("table.figures")) {
    figures.classList.add("live");
    const first = figures.querySelector("tbody td");
    if (first) first.tabIndex = 0;
    figures.addEventListener("click", event => {
      const cell = event.target.closest("tbody td");
      if (cell) open(cell);
    });
    figures.addEventListener("keydown", event => {
      const cell = event.target.closest("tbody td");
      if (cell === null) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(cell);
        return;
      }
      const next = move(cell, event.key);
      if (next === undefined || next.tagName !== "TD") return;
      event.preventDefault();
      for (const before of figures.querySelectorAll("td[tabindex]")) before.removeAttribute("tabindex");
      next.tabIndex = 0;
      next.focus();
    });
  }
  document.addEventListener("keydown", event => { if (event.key === "Escape" ? panel.hidden === false : false) close(); });
  document.documentElement.classList.add("live-page");
})();
