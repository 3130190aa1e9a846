// Draws a chart with Plotly when a reader asks for it, in place of the drawing that is part of the page.
// Everything comes from this site and nothing is kept in the browser.
"use strict";
{
  const library = new URL("plotly.min.js", document.currentScript.src);
  const months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
  const days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
  const danish = {
    moduleType: "locale",
    name: "da",
    dictionary: {},
    format: {
      days,
      shortDays: days.map((day) => day.slice(0, 3)),
      months,
      shortMonths: months.map((month) => (month.length > 4 ? `${month.slice(0, 3)}.` : month)),
      date: "%d.%m.%Y",
      decimal: ",",
      thousands: ".",
    },
  };
  // Its own buttons take no keyboard, so it gets none: ours stand below the chart.
  const config = { locale: "da", displayModeBar: false, displaylogo: false, plotlyServerURL: "", doubleClick: false, showTips: false };
  const seriesColours = ["--s1", "--s2", "--s3", "--s4"];
  const manyPoints = 8;
  const narrow = 440;
  const letters = 15;
  const manyLetters = 7;
  const fewPeriods = 6;
  const redraws = new Set();

  let loading;
  const plotly = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = library;
      const fail = () => {
        loading = undefined;
        script.remove();
        reject(new Error("The library cannot be loaded"));
      };
      script.addEventListener("load", () => {
        // A network that asks for a password first answers with a page of its own.
        if (!window.Plotly) return fail();
        window.Plotly.register(danish);
        resolve(window.Plotly);
      });
      script.addEventListener("error", fail);
      document.head.append(script);
    });
    return loading;
  };

  // Plotly takes text for mark-up; only our own line breaks are meant as such.
  const escaped = (_, value) =>
    typeof value === "string" ? value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("&lt;br>", "<br>") : value;

  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return JSON.parse(await answer.text(), escaped);
  };

  // The colours of the page as they are now: light, dark or forced by the reader.
  const palette = (element) => {
    const probe = document.createElement("span");
    element.append(probe);
    const colour = (name) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const isForced = matchMedia("(forced-colors: active)").matches;
    const found = {
      series: seriesColours.map(colour),
      text: colour("--fg"),
      muted: colour("--muted"),
      line: colour("--line"),
      background: getComputedStyle(document.body).backgroundColor,
      family: getComputedStyle(element).fontFamily,
    };
    if (isForced) {
      probe.style.cssText = "forced-color-adjust: none; color: GrayText";
      found.line = getComputedStyle(probe).color;
    }
    probe.remove();
    // How wide a text is in the font of this machine, which may be half as wide again as that of another.
    const ruler = document.createElement("canvas").getContext("2d");
    ruler.font = `${letters}px ${found.family}`;
    found.widthOf = (text) => Math.max(...text.split("<br>").map((line) => ruler.measureText(line).width));
    return found;
  };

  // Words that are longer than a line are broken where the figure has a sign for it, as in the drawing, or else anywhere.
  const sign = "\u00ad";
  const bare = (text) => text.replaceAll(sign, "");
  const wrapped = (text, room) => {
    const lines = [""];
    const cut = (word) => {
      if (bare(word).length < room) return [word];
      // A tail of a letter or two on a line of its own is hard to read.
      const ends = Array.from({ length: word.length - 4 }, (_, at) => at + 1).filter((end) => bare(word.slice(0, end)).length <= room - 2);
      const end = ends.findLast((end) => `${sign}-/`.includes(word[end - 1])) ?? ends.at(-1);
      const head = word.slice(0, end);
      return [/[-/]$/.test(head) ? head : `${head}-`, ...cut(word.slice(end))];
    };
    const words = text.split(" ").filter(Boolean).flatMap(cut).map(bare);
    for (const word of words) {
      const last = lines.length - 1;
      if (lines[last] && lines[last].length + word.length >= room) lines.push(word);
      else lines[last] = `${lines[last]} ${word}`.trim();
    }
    return lines.join("<br>");
  };

  const dressTrace = (trace, colours, width) => {
    const colour = colours.series[trace.meta.look] ?? colours.muted;
    if (trace.line) trace.line.color = colour;
    if (trace.type !== "bar") {
      // Points that stand close are small, so that the line between them is still seen.
      const size = Math.max(5, Math.min(11, (0.6 * width) / trace.x.length));
      if (trace.marker) Object.assign(trace.marker, { color: colour, line: { color: colour, width: size < 11 ? 1 : 2.5 }, size });
      return;
    }
    const isOurs = trace.customdata.map(([, home]) => home);
    const isCounted = trace.customdata.map(([kind]) => !kind);
    trace.marker = {
      color: isOurs.map((ours, at) => (!isCounted[at] ? colours.background : ours ? colour : colours.line)),
      line: { color: isOurs.map((ours) => (ours ? colour : colours.muted)), width: 2 },
    };
    trace.textposition = "none";
  };

  const dressAxis = (axis, colours) => {
    Object.assign(axis, {
      fixedrange: true,
      automargin: true,
      exponentformat: "none",
      separatethousands: true,
      gridcolor: colours.line,
      linecolor: colours.muted,
      zerolinecolor: colours.muted,
      tickfont: { color: colours.muted },
      ticklabelstandoff: 6,
      ticklabeloverflow: "allow",
    });
  };

  const time = (date) => Date.parse(`${date}`.replace(" ", "T"));

  // Names of periods that stand too close give way: years to every second, fifth or tenth, others to Plotly's own dates.
  const thinTicks = (axis, width, most, range, widthOf) => {
    if (axis.type !== "date") return;
    const named = axis.tickvals.map((at, place) => ({ at, when: time(at), text: axis.ticktext[place] }));
    const seen = named.filter(({ when }) => !range || (when >= range[0] && when <= range[1]));
    const [first, last] = range ?? [named[0].when, named[named.length - 1].when];
    for (const one of seen) {
      one.text = one.text.length > manyLetters ? wrapped(one.text, width < 300 ? 10 : 14) : one.text;
      one.room = widthOf(one.text) + 12;
      one.place = (0.88 * width * (one.when - first)) / Math.max(1, last - first);
    }
    const isApart = (one, other) => Math.abs(one.place - other.place) >= (one.room + other.room) / 2;
    const areApart = (all) => all.every((one, place) => !place || isApart(one, all[place - 1]));
    let kept = seen.length <= most && areApart(seen) ? seen : null;
    if (!kept && named.every(({ text }) => /^\d{4}$/.test(text))) {
      kept = [1, 2, 5, 10, 20, 50].map((step) => seen.filter(({ text }) => Number(text) % step === 0)).find((all) => all.length > 1 && areApart(all));
    }
    if (!kept && named.length <= fewPeriods) {
      kept = [];
      for (const one of [seen[0], seen[seen.length - 1], ...seen].filter(Boolean)) {
        if (kept.every((other) => isApart(one, other))) kept.push(one);
      }
    }
    axis.tickangle = 0;
    if (kept) {
      Object.assign(axis, { tickvals: kept.map(({ at }) => at), ticktext: kept.map(({ text }) => text) });
      return;
    }
    // As many as "sep. 2020" has room for.
    delete axis.tickvals;
    delete axis.ticktext;
    Object.assign(axis, { nticks: Math.max(2, Math.min(most, Math.floor(width / 66))), hoverformat: "%B %Y" });
  };

  // Nobody is placed better than as number one.
  const placeTicks = (axis, data) => {
    const last = Math.max(...data.flatMap((trace) => trace.y));
    const step = [1, 2, 5, 10, 20, 50].find((places) => last / places <= 5) ?? 100;
    const found = Array.from({ length: Math.ceil(last / step) + 1 }, (_, at) => at * step || 1);
    Object.assign(axis, { tickvals: [...new Set(found)], zeroline: false });
  };

  // Beside each row its name, and where the chart has room for no number its number and its target.
  const rowNames = (names, data, targets, room) =>
    names.map((name, row) => {
      const kind = data[0].type === "bar" && data[0].customdata[row][0];
      const figure = data[0].type === "bar" ? [`<b>${data[0].text[row]}</b>${kind ? ` (${kind})` : ""}`] : [];
      const aims = targets.filter((target) => target.row === row).map((target) => target.text);
      return [wrapped(name, room), ...figure, ...aims].join("<br>");
    });

  const lines = (text) => text.split("<br>").length;

  // The same names above their rows, where the chart is too narrow to have them beside.
  const namesAbove = (texts, colours) =>
    texts.map((text, y) => ({ x: 0, xref: "paper", xanchor: "left", y, yref: "y", yanchor: "bottom", yshift: 17, text, align: "left", showarrow: false, bgcolor: colours.background, borderpad: 0 }));

  // A piece of a line, or a point, in the dress that the drawings have.
  const outlines = ["M9 7a6 6 0 1 0 12 0a6 6 0 1 0-12 0", "M9 1h12v12h-12z", "M15 0l7 12h-14z", "M15-1l8 8l-8 8l-8-8z"];
  const sampleOf = (path) => `<svg class="chart" viewBox="0 -1 30 16" width="30" height="16" aria-hidden="true">${path}</svg>`;

  // What the lines, points and marks mean, as words below the chart.
  const keyOf = ({ data, layout: { meta, shapes, xaxis, grid } }) => {
    const series = data.filter((trace) => trace.mode === "markers");
    const isLine = xaxis.type === "date" && !grid;
    const named = grid || series.length < 2 ? [] : series;
    const breaks = shapes.filter((shape) => shape.name === "break").map((shape) => shape.label?.text.toLowerCase() ?? "databrud");
    return [
      ...named.map(({ name, meta: { look } }) => [`${isLine ? `<path class="l${look + 1}" d="M0 7h30"/>` : ""}<path class="d${look + 1}" d="${outlines[look]}"/>`, name]),
      ...meta.targets.filter((target) => target.row === null).map((target) => [`<path class="tgt" d="${isLine ? "M0 7h30" : "M15-1v16"}"/>`, target.text]),
      ...[...new Set(breaks)].map((text) => [`<path class="k" d="${data[0].type === "bar" ? "M0 7h30" : "M15-1v16"}"/>`, `${text[0].toUpperCase()}${text.slice(1)}`]),
    ].map(([path, text]) => `<li>${sampleOf(path)}<span>${text}</span></li>`);
  };

  // The figure as it is drawn here and now: its own data, our colours, this width.
  const dressed = (figure, colours, width, range) => {
    const { data, layout } = structuredClone(figure);
    const isBars = data[0].type === "bar";
    const isNarrow = width < narrow;
    const { widthOf } = colours;
    const numbers = data.flatMap((trace) => trace.text ?? []);
    const longest = Math.max(...numbers.map((text) => text.length));
    const widest = Math.max(0, ...numbers.map(widthOf));
    const letter = widthOf("abcdefghijklmnopqrstuvwxyzæøå") / 29;
    const columns = isNarrow || longest > manyLetters ? 1 : 2;
    const series = data.filter((trace) => trace.mode === "markers");
    let height = layout.grid ? Math.ceil(series.length / columns) * 190 + 40 : 340;
    let titles = 0;
    for (const trace of data) {
      dressTrace(trace, colours, width);
      const room = isNarrow ? 22 : 36;
      trace.hovertext = trace.hovertext?.map((text) => text.split("<br>").map((line) => wrapped(line, room)).join("<br>"));
    }
    // The numbers beside the plot take their room from it.
    const plotWidth = (layout.grid ? width / columns : width) - Math.max(40, widest + 24);
    delete layout.title;
    for (const [name, axis] of Object.entries(layout)) {
      if (!/^[xy]axis/.test(name)) continue;
      dressAxis(axis, colours);
      if (name.startsWith("y") && layout.meta.unit === "placering" && axis.type !== "category") placeTicks(axis, data);
      if (name.startsWith("x")) thinTicks(axis, plotWidth, layout.grid ? 3 : 12, range, widthOf);
      if (axis.type === "category") {
        const names = axis.categoryarray ?? data[0].y;
        const ticktext = rowNames(names, data, layout.meta.targets, isNarrow ? Math.floor(width / (1.15 * letter)) : 26);
        Object.assign(axis, { tickmode: "array", tickvals: names, ticktext, showgrid: isNarrow && !isBars });
        axis.tickfont.color = colours.text;
        const tallest = 20 * Math.max(...ticktext.map(lines));
        const row = isNarrow ? tallest + 44 : Math.max(44, tallest + 14);
        height = names.length * row + 76;
        if (isBars) data[0].width = 28 / row;
        if (isNarrow) {
          Object.assign(axis, { showticklabels: false, range: [names.length - 1 + 24 / row, -1 + 14 / row], autorange: false });
          layout.annotations = namesAbove(ticktext, colours);
          // The marks of the targets and the outlines of empty places stay at their bars.
          for (const mark of layout.shapes.filter(({ name, yref }) => name !== "break" && yref === "y")) {
            const middle = (mark.y0 + mark.y1) / 2;
            Object.assign(mark, { y0: middle - 17 / row, y1: middle + 17 / row });
          }
        }
        Object.assign(layout.xaxis, { tickangle: 0, nticks: Math.max(2, Math.min(6, Math.floor((width * 0.6) / (widest + 32)))) });
      }
    }
    if (layout.grid) {
      const rows = Math.ceil(series.length / columns);
      // Names of several lines, above a chart or of its periods, push the next row of charts down.
      titles = Math.max(...layout.annotations.map(({ text }) => lines(text)));
      const more = 20 * (Math.max(1, ...(layout.xaxis.ticktext ?? []).map(lines)) + Math.max(2, titles) - 3);
      height += rows * more;
      layout.grid = { rows, columns, pattern: "independent", xgap: 0.16, ygap: (80 + more) / (190 + more) };
    }
    for (const mark of layout.annotations ?? []) mark.font = { color: colours.text, size: 15 };
    for (const shape of layout.shapes ?? []) {
      const isTarget = shape.name === "target";
      shape.line = { color: isTarget ? colours.text : colours.muted, width: isTarget ? 3 : 1.5, dash: isTarget ? "solid" : "dot" };
      delete shape.label;
    }
    Object.assign(layout, {
      width,
      height,
      // Half of what stands last below the axis, a number or the name of a period, stands beyond its end.
      margin: { l: 8, r: Math.max(24, (layout.xaxis.type === "date" ? widthOf(layout.xaxis.ticktext?.at(-1) ?? "") : widest) / 2 + 8), t: 16 + 20 * titles, b: 40 },
      paper_bgcolor: colours.background,
      plot_bgcolor: colours.background,
      font: { family: colours.family, size: letters, color: colours.text },
      hovermode: "closest",
      hoverdistance: 40,
      dragmode: false,
      hoverlabel: { bgcolor: colours.background, bordercolor: colours.text, font: { color: colours.text, size: 15 }, align: "left" },
      showlegend: false,
    });
    return { data, layout };
  };

  const button = (text, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", action);
    return made;
  };

  // Puts the interactive chart into the place of the drawing; gives what takes it away again.
  const opened = async (place, address, title) => {
    const [library, figure] = await Promise.all([plotly(), fetched(address)]);
    const live = document.createElement("div");
    live.className = "live";
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", `Interaktivt diagram: ${title}`);
    const plot = document.createElement("div");
    plot.className = "live-plot";
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", title);
    const reading = document.createElement("p");
    reading.className = "live-reading";
    reading.setAttribute("role", "status");
    const tools = document.createElement("div");
    tools.className = "live-tools";

    const readings = figure.data.flatMap((trace, curve) => (trace.hovertext ?? []).map((text, point) => ({ curve, point, text, trace })));
    let chosen = -1;
    let range = null;

    const show = () => {
      if (chosen < 0) return;
      const { curve, point, trace } = readings[chosen];
      // Where there is no figure, Plotly finds nothing to point at and looks for ever.
      if (trace.x[point] === null) return library.Fx.unhover(plot);
      const subplot = `${trace.xaxis ?? "x"}${trace.yaxis ?? "y"}`;
      library.Fx.hover(plot, [{ curveNumber: curve, pointNumber: point }], subplot);
    };
    const draw = async () => {
      const made = dressed(figure, palette(place), place.clientWidth, range);
      if (range) Object.assign(made.layout.xaxis, { range: range.map((at) => new Date(at).toISOString()), autorange: false });
      await library.react(plot, made.data, made.layout, config);
      show();
    };
    const step = async (by) => {
      chosen = chosen < 0 ? (by > 0 ? 0 : readings.length - 1) : (chosen + by + readings.length) % readings.length;
      const { point, text, trace } = readings[chosen];
      const at = range && time(trace.x[point]);
      if (range && (at < range[0] || at > range[1])) {
        const half = (range[1] - range[0]) / 2;
        range = [at - half, at + half];
        await draw();
      }
      show();
      const plain = document.createElement("span");
      plain.innerHTML = text.replaceAll("<br>", ", ");
      reading.textContent = bare(plain.textContent);
    };
    const zoom = (factor) => {
      const [first, last] = range ?? plot.layout.xaxis.range.map(time);
      const middle = chosen < 0 ? (first + last) / 2 : time(readings[chosen].trace.x[readings[chosen].point]);
      const half = ((last - first) / 2) * factor;
      range = factor ? [middle - half, middle + half] : null;
      draw();
    };
    tools.append(button("Forrige tal", () => step(-1)), button("Næste tal", () => step(1)));
    if (figure.layout.xaxis.type === "date" && figure.layout.xaxis.tickvals.length >= manyPoints) {
      tools.append(button("Zoom ind", () => zoom(0.5)), button("Zoom ud", () => zoom(2)), button("Vis alt", () => zoom(0)));
    }

    const key = document.createElement("ul");
    key.className = "live-key";
    key.innerHTML = keyOf(figure).join("");
    live.append(plot, ...(key.textContent ? [key] : []), tools, reading);
    place.append(live);
    place.classList.add("is-live");
    const away = () => {
      live.remove();
      place.classList.remove("is-live");
    };
    await draw().catch((problem) => {
      away();
      throw problem;
    });
    redraws.add(draw);
    const width = new ResizeObserver(() => {
      if (plot.layout.width !== place.clientWidth) draw();
    });
    width.observe(place);
    return () => {
      width.disconnect();
      redraws.delete(draw);
      library.purge(plot);
      away();
    };
  };

  for (const toggle of document.querySelectorAll(".interactive button")) {
    const place = toggle.closest("figure").querySelector(".picture");
    const status = toggle.parentElement.querySelector("[role=status]");
    const [label, { textContent: name }] = [toggle.firstChild, toggle.lastElementChild];
    const invitation = label.data;
    let close = null;
    let isBusy = false;
    toggle.addEventListener("click", async () => {
      if (isBusy) return;
      if (close) {
        close();
        close = null;
        label.data = invitation;
        status.textContent = "";
        return;
      }
      isBusy = true;
      status.textContent = "Henter diagrammet …";
      try {
        close = await opened(place, toggle.dataset.src, name.replace(/^: /, ""));
        label.data = "Luk interaktivt diagram";
        status.textContent = "Diagrammet og dets knapper står ovenfor.";
      } catch {
        status.textContent = "Diagrammet kunne ikke hentes. Prøv igen senere.";
      }
      isBusy = false;
    });
  }

  const redraw = () => redraws.forEach((draw) => draw());
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", redraw);
  // A page that comes back from the browser's memory may have slept through a change of colours.
  addEventListener("pageshow", ({ persisted }) => persisted && redraw());
}
