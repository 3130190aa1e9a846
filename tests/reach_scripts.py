"""What is asked inside a page: where focus goes, what is left in a reader's own colours, and what moves."""

# Colours as the eye meets them, and what stands below an element.
_COLOURS = """
  const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const opaque = colour => colour !== 'transparent' && (numbers(colour)[3] ?? 1) > .5;
  const light = colour => numbers(colour).slice(0, 3).map(one => one / 255)
    .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, place) => sum + one * [.2126, .7152, .0722][place], 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const below = e => {
    for (; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (opaque(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
"""

# Everything that Tab should stop at, in the order of the page.
STOPS = (
    "() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex=\"0\"]')]"
    ".filter(e => e.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}) && !e.disabled).length"
)

# Writes down, each time focus has come to a place, whether it can be seen there and how it is marked.
FOLLOW = (
    """() => {"""
    + _COLOURS
    + """
  window.stops = [];
  let before = null;
  document.addEventListener('focusin', ({ target }) => {
    const box = target.getBoundingClientRect(), style = getComputedStyle(target);
    const name = `${target.tagName}.${target.className} ${target.textContent.trim().slice(0, 40)}`;
    const wrong = [];
    const boxes = [...target.getClientRects()].filter(one => one.width && one.height);
    const shown = one => {
      const top = Math.max(one.top, 0), bottom = Math.min(one.bottom, innerHeight);
      return top < bottom && one.left < innerWidth && one.right > 0 && [.1, .5, .9].some(part =>
        target.contains(document.elementFromPoint(one.left + part * one.width, (top + bottom) / 2)));
    };
    if (!boxes.some(shown)) wrong.push('is not on the screen');
    const width = parseFloat(style.outlineWidth);
    if (style.outlineStyle === 'none' || width < 2) wrong.push('has no ring');
    else if (contrast(style.outlineColor, below(target.parentElement)) < 3) wrong.push('has a faint ring');
    // The ring stands outside its element: a frame that cuts must leave room for most of it.
    const out = width + parseFloat(style.outlineOffset);
    const sides = { left: box.left - out, top: box.top - out, right: box.right + out, bottom: box.bottom + out };
    for (let frame = target.parentElement; frame; frame = frame.parentElement) {
      const cuts = getComputedStyle(frame);
      if (frame === document.documentElement || frame === document.body || cuts.overflowX === 'visible') continue;
      const edge = frame.getBoundingClientRect();
      const cut = [
        sides.left < edge.left - 1, sides.right > edge.right + 1,
        sides.top < edge.top - 1, sides.bottom > edge.bottom + 1,
      ];
      if (cut.filter(Boolean).length > 1) wrong.push('has a ring that is cut off');
    }
    const within = target.closest('nav, header, footer, form') || document.body;
    const first = boxes[0] || box;
    if (before && before.within === within && first.bottom + scrollY <= before.top && first.left < before.right
        && first.right <= before.right) wrong.push(`stands above what came before, ${before.name}`);
    before = { within, name, top: first.top + scrollY, right: first.right };
    window.stops.push([name, wrong]);
  });
}"""
)

# What nobody can tell any more when the reader's own colours are in force: `marked` is what told it before.
MARKED = (
    """() => {"""
    + _COLOURS
    + """
  const edged = style => ['Top', 'Right', 'Bottom', 'Left'].some(side =>
    style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1);
  const under = e => { for (e = e.parentElement; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor; if (opaque(colour)) return colour; } return ''; };
  window.marked = [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && e.checkVisibility())
    .filter(e => {
      const style = getComputedStyle(e), colour = style.backgroundColor;
      return opaque(colour) && colour !== under(e) || style.boxShadow !== 'none' || style.backgroundImage !== 'none';
    });
}"""
)
VANISHED = (
    """() => {"""
    + _COLOURS
    + """
  const probe = document.body.appendChild(document.createElement('i'));
  const names = ['CanvasText', 'Canvas', 'GrayText', 'LinkText', 'Highlight', 'HighlightText', 'ButtonText'];
  const system = new Set(names.map(name => { probe.style.color = name; return getComputedStyle(probe).color; }));
  probe.remove();
  const edge = style => ['Top', 'Right', 'Bottom', 'Left'].some(side =>
    style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1
    && opaque(style[`border${side}Color`])) || style.outlineStyle !== 'none' || style.textDecorationLine !== 'none';
  const name = e => `${e.tagName}.${e.className.baseVal ?? e.className} ${e.textContent.trim().slice(0, 30)}`;
  const lost = window.marked.filter(e => !edge(getComputedStyle(e))).map(e => `nothing marks ${name(e)}`);
  const drawn = [...document.querySelectorAll('svg :is(path, rect, circle, line, polyline, polygon, text)')]
    .filter(e => e.checkVisibility()).flatMap(e => {
      const style = getComputedStyle(e);
      return [style.fill, style.stroke].filter(paint => paint !== 'none' && !system.has(paint))
        .map(paint => `${paint} is painted by ${name(e)} in ${name(e.ownerSVGElement)}`);
    });
  return [...new Set([...lost, ...drawn])];
}"""
)

# What moves by itself, or takes time to change.
MOVING = """() => [...document.querySelectorAll('*')].flatMap(e => [undefined, '::before', '::after'].map(part => {
  const style = getComputedStyle(e, part);
  const takes = [style.transitionDuration, style.animationName === 'none' ? '0s' : style.animationDuration];
  return takes.some(time => time.split(',').some(one => parseFloat(one) > 0)) || style.scrollBehavior !== 'auto'
    ? `${e.tagName}.${e.className}${part || ''}` : '';
})).filter(Boolean)"""
