// Runs TensorBoard's own code. In a folder with its tensorboard/webapp/widgets/line_chart_v2/data_transformer.ts and
// line_chart_internal_utils.ts and after `npm install typescript@5 d3-array@1`, reads a JSON request on standard input:
// {"ema": [{"weight": 0.5, "values": [1, "NaN"]}], "outliers": [[1, 2]]}; references.py writes it.
import fs from 'fs';
import {createRequire} from 'module';
import path from 'path';

const folder = process.argv[2];
const ts = createRequire(path.join(folder, 'package.json'))('typescript');

async function load(name) {
  const source = fs.readFileSync(path.join(folder, name + '.ts'), 'utf8').replace(/'[./]*third_party\/d3'/, "'d3-array'");
  const compiled = ts.transpileModule(source, {compilerOptions: {module: 'ESNext', target: 'ES2020'}}).outputText;
  const file = path.join(folder, name + '.mjs');
  fs.writeFileSync(file, compiled.replace(/^import .*lib\/.*\n/gm, ''));
  return import(file);
}

const {classicSmoothing} = await load('data_transformer');
const {computeDataSeriesExtent} = await load('line_chart_internal_utils');
const request = JSON.parse(fs.readFileSync(0, 'utf8'));
const series = (values) => [{id: 'a', points: values.map((value, x) => ({x, y: Number(value)}))}];
const written = (value) => (Number.isFinite(value) && !Object.is(value, -0) ? value : String(value));
const answer = {ema: [], outliers: []};
for (const {weight, values} of request.ema) {
  answer.ema.push((await classicSmoothing(series(values), weight))[0].points.map((point) => written(point.y)));
}
for (const values of request.outliers) {
  const extent = computeDataSeriesExtent(series(values), {a: {visible: true, aux: false}}, true, Number.isFinite,
      Number.isFinite);
  answer.outliers.push(extent.y === undefined ? [] : extent.y.map(written));
}
console.log(JSON.stringify(answer));
