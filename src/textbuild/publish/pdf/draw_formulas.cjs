// Draws formulas: reads [{tex, display}] as JSON from standard input, writes [svg or null] to standard output.
// `node draw_formulas.cjs NODE_MODULES`. Only TeX packages that neither load code nor make links are switched on.
const fs = require('node:fs');
const path = require('node:path');

const modules = path.resolve(process.argv[2]);
const MathJax = require(path.join(modules, 'mathjax', 'node-main.cjs'));

const added = ['boldsymbol', 'braket', 'color', 'gensymb', 'mathtools', 'units', 'upgreek'];
if (fs.existsSync(path.join(modules, '@mathjax', 'mathjax-mhchem-font-extension'))) added.push('mhchem');

async function draw(mathjax, tex, display) {
  try {
    const html = mathjax.startup.adaptor.innerHTML(await mathjax.tex2svgPromise(tex, {display}));
    return /data-mjx-error|data-mml-node="merror"/.test(html) ? null : html;
  } catch {
    return null;
  }
}

async function main() {
  let input = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
  const mathjax = await MathJax.init({
    loader: {load: ['input/tex', 'output/svg', ...added.map((name) => `[tex]/${name}`)]},
    tex: {
      packages: {'[-]': ['noundefined', 'require', 'autoload', 'configmacros'], '[+]': added},
      maxMacros: 500,
      maxBuffer: 20 * 1024,
      formatError: (_, error) => { throw error; },
    },
    svg: {fontCache: 'none', mtextInheritFont: false, unknownFamily: 'TB Serif', linebreaks: {inline: false}},
    startup: {typeset: false},
  });
  if (await draw(mathjax, 'x', false) === null) throw new Error('MathJax did not start');
  const drawn = [];
  for (const {tex, display} of JSON.parse(input)) drawn.push(await draw(mathjax, tex, display));
  process.stdout.write(JSON.stringify(drawn));
}

main().catch((error) => {
  console.error(String((error && error.stack) || error));
  process.exitCode = 1;
});
