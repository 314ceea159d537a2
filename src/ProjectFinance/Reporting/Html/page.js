"use strict";
// Opens, for a figure, what it is made of. Every text is set as text, never as markup.
(function () {
  const data = JSON.parse(document.getElementById("cells").textContent);
  const trail = [];
  let opened = null;

  // A date is not torn at its hyphens.
  const make = (name, text, kind) => {
    const element = document.createElement(name);
    for (const piece of text === undefined ? [] : text.split(/(\b\d{4}-\d\d-\d\d\b)/)) {
      const isDate = /^\d{4}-\d\d-\d\d$/.test(piece);
      element.append(isDate ? Object.assign(document.createElement("span"), { className: "date", textContent: piece }) : piece);
    }
    if (kind) element.className = kind;
    return element;
  };
  const button = (text, action) => {
    const element = make("button", text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  };

  // A row has a number a column; below zero: the one before, so many times more.
  const unpacked = new Map();
  function at(packed, column) {
    let row = unpacked.get(packed);
    if (row === undefined) {
      row = [];
      for (const number of packed) {
        if (number >= 0) row.push(number);
        else for (let again = number; 0 > again; again++) row.push(row[row.length - 1]);
      }
      unpacked.set(packed, row);
    }
    return row[column];
  }

  // A thing is a cell (line and column), a parameter (line below zero), a sum that stands apart (below the parameters), or figures together (several lines or columns).
  const isParameter = thing => 0 > thing.line;
  const itself = -1 - data.parameters.length, isSum = thing => itself > thing.line;
  const lineOf = thing => isParameter(thing) ? data.parameters[-1 - thing.line] : data.lines[thing.line];
  const textOf = thing => data.texts[isParameter(thing) ? lineOf(thing).value : at(lineOf(thing).values, thing.column)];
  const patternOf = thing => data.patterns[isSum(thing) ? at(data.sums[itself - 1 - thing.line], thing.column) : isParameter(thing) ? 0 : at(lineOf(thing).formulas, thing.column)];
  const notesOf = (packed, column) => packed === undefined ? [] : data.notes[at(packed, column)].map(text => data.texts[text]);
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

  // What a cell or a sum refers to, in the order of its text.
  function partsOf(thing) {
    const pattern = patternOf(thing), parts = [];
    if (typeof pattern === "string") return parts;
    for (let i = 1; pattern.length > i; i += 2) parts.push({ line: pattern[i] === itself ? thing.line : pattern[i], column: thing.column + pattern[i + 1] });
    return parts;
  }

  // The cells and parameters of a thing with those of its sums, each once.
  function leavesOf(thing) {
    const found = new Map(), open = [thing];
    while (open.length > 0) {
      const next = open.pop();
      if (next !== thing && isSum(next) === false) found.set(next.line + "," + next.column, next);
      else open.push(...partsOf(next).reverse());
    }
    return Array.from(found.values());
  }

  // A sum over many columns is opened where it is read.
  function sumBefore(sum, of) {
    const opener = button(leavesOf(sum).length + " terms", () => {
      const pieces = piecesOf(sum, of);
      opener.replaceWith(...pieces);
      const first = pieces.find(piece => piece.tagName === "BUTTON");
      if (first) first.focus();
    });
    return opener;
  }

  function piecesOf(thing, of) {
    const parts = partsOf(thing);
    return data.texts[patternOf(thing)[0]].split(/(\{\d+\})/).map(piece => {
      const place = /^\{(\d+)\}$/.exec(piece);
      if (place === null) return document.createTextNode(piece);
      const part = parts[+place[1]];
      return isSum(part) ? sumBefore(part, of) : button(reference(part, of), () => show(part));
    });
  }

  function formula(cell) {
    const text = make("p", "= ", "formula");
    text.append(...piecesOf(cell, cell));
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
    const line = lineOf(cell), pattern = isParameter(cell) ? "supplied" : patternOf(cell);
    if (pattern === "none") panel.append(make("p", "None in this column."));
    else if (pattern === "supplied") panel.append(make("p", "Supplied, not computed."));
    else panel.append(make("h3", "Formula"), formula(cell));
    for (const note of notesOf(line.observed, cell.column)) panel.append(make("h3", "Of the market"), make("p", note));
    const reasons = notesOf(line.reasons, cell.column);
    if (reasons.length > 0) {
      const list = make("ul");
      for (const reason of reasons) list.append(make("li", reason));
      panel.append(make("h3", "Because"), list);
    }
    panel.append(make("h3", "Source"), make("p", data.texts[line.source] || "None given."));
    madeOf(panel, cell);
  }

  function madeOf(panel, cell) {
    const parts = isParameter(cell) ? [] : partsOf(cell), direct = parts.filter(part => isSum(part) === false);
    if (parts.length === 0) return;
    const list = table(direct, dated);
    panel.append(make("h3", "Made of"), list);
    if (direct.length === parts.length) return;
    const all = leavesOf(cell), more = button("and " + (all.length - direct.length) + " more", () => {
      const whole = table(all, dated);
      list.replaceWith(whole);
      more.remove();
      whole.querySelector("button").focus();
    });
    panel.append(more);
  }

  const howJoined = {
    Flow: "the sum of", Check: "the largest of", Opening: "the first of", Level: "the last that applies of", Flag: "as at the end of"
  };

  function figureInto(panel, figure) {
    const unit = data.lines[figure.lines[0]].unit;
    panel.append(make("p", figure.isSentence || unit === "" ? figure.text : unit + " " + figure.text, "value"));
    if (figure.first === figure.last) {
      panel.append(make("h3", "The sum of"), table(figure.lines.map(line => ({ line: line, column: figure.first })), dated));
      return;
    }
    for (const line of figure.lines) {
      const cells = [];
      for (let column = figure.first; figure.last >= column; column++) cells.push({ line: line, column: column });
      panel.append(make("h3", data.lines[line].name + ": " + howJoined[data.lines[line].kind]), table(cells, cell => data.columns[cell.column]));
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

  // Where a figure says itself what stands behind it, or its row and the head of its column do.
  function figureOf(element) {
    const isOwn = element.dataset.l !== undefined && element.dataset.c !== undefined;
    if (isOwn === false && element.closest("table.figures") === null) return null;
    const isByRow = isOwn || element.closest("table").dataset.by === "row", row = element.parentElement, head = isOwn ? element : headOf(element);
    const lines = isByRow && isOwn === false ? row.dataset.l : head.dataset.l, columns = isByRow ? head.dataset.c : row.dataset.c;
    if (lines === undefined || columns === undefined || element.textContent === "") return null;
    const ends = columns.split("-").map(Number), last = ends[ends.length - 1], numbers = lines.split("+").map(Number);
    const when = isOwn ? (ends[0] === last ? "" : "to ") + data.columns[last] : (isByRow ? head : row.cells[0]).textContent.split(" ")[0];
    const name = numbers.length === 1 ? data.lines[numbers[0]].name : isOwn ? together(numbers) : sectionOf(data.lines[numbers[0]].name) + " / " + head.textContent;
    return { lines: numbers, first: ends[0], last: last, text: element.textContent.trim(), title: name + ", " + when, isSentence: element.tagName !== "TD" };
  }

  // "Closing balance" of several loans.
  function together(numbers) {
    const titles = new Set(numbers.map(number => data.lines[number].name.split(" / ").slice(1).join(" / ")));
    return titles.size === 1 ? titles.values().next().value : "Together";
  }

  function open(element) {
    const figure = figureOf(element);
    if (figure === null) return;
    if (opened) opened.classList.remove("open");
    trail.length = 0;
    opened = element;
    element.classList.add("open");
    show(figure.lines.length === 1 && figure.first === figure.last ? { line: figure.lines[0], column: figure.first } : figure);
  }

  // One stop of the tab key a table; arrows move inside it.
  function move(cell, key) {
    const row = cell.parentElement, rows = Array.from(cell.closest("table").tBodies[0].rows), here = rows.indexOf(row);
    if (key === "ArrowLeft") return row.cells[cell.cellIndex - 1];
    if (key === "ArrowRight") return row.cells[cell.cellIndex + 1];
    if (key === "Home") return row.cells[1];
    if (key === "End") return row.cells[row.cells.length - 1];
    const next = key === "ArrowUp" ? rows[here - 1] : key === "ArrowDown" ? rows[here + 1] : undefined;
    return next ? next.cells[cell.cellIndex] : undefined;
  }

  function walk(table, event) {
    const cell = event.target.closest("tbody td"), next = cell === null ? undefined : move(cell, event.key);
    if (next === undefined || next.tagName !== "TD") return;
    event.preventDefault();
    for (const before of table.querySelectorAll("td[tabindex]")) before.removeAttribute("tabindex");
    next.tabIndex = 0;
    next.focus();
  }

  const Opens = "table.figures tbody td, [data-l][data-c]";
  for (const table of document.querySelectorAll("table")) {
    const first = table.querySelector(table.classList.contains("figures") ? "tbody td" : "td[data-l][data-c]");
    if (first === null) continue;
    table.classList.add("live");
    table.setAttribute("role", "grid");
    first.tabIndex = 0;
    table.addEventListener("keydown", event => walk(table, event));
  }
  for (const figure of document.querySelectorAll("span[data-l][data-c]")) {
    figure.tabIndex = 0;
    figure.setAttribute("role", "button");
  }
  document.addEventListener("click", event => {
    const figure = event.target.closest(Opens);
    // Text that was marked is to be copied.
    if (figure && document.getSelection().isCollapsed) open(figure);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && panel.hidden === false) close();
    const figure = event.key === "Enter" || event.key === " " ? event.target.closest(Opens) : null;
    if (figure === null) return;
    event.preventDefault();
    open(figure);
  });
  document.documentElement.classList.add("live-page");
})();
