import { crc32, deflateSync } from 'node:zlib';

/** The files that the story hands in, written here byte by byte: no other tool of ours has touched them. */

/** @param {[string, string][]} files name and text; stored, not compressed, in this order */
export function zip(files) {
  const locals = [];
  const centrals = [];
  let at = 0;
  for (const [name, text] of files) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(0x5a210000, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function openXml(main, type, relation, files) {
  return zip([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    ],
    ...relation,
    ...files,
  ]);
}

/** A sheet of text cells, as the ministry's system writes its list. */
export function xlsx(rows) {
  const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const lines = rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map(
            (cell, c) =>
              `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('');
  return openXml(
    'xl/workbook.xml',
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
    [
      [
        'xl/_rels/workbook.xml.rels',
        `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
    ],
    [
      [
        'xl/workbook.xml',
        `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Danh sách" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
      [
        'xl/worksheets/sheet1.xml',
        `${HEAD}<worksheet xmlns="${SHEET}"><sheetData>${lines}</sheetData></worksheet>`,
      ],
    ],
  );
}

/** Lines in a small markup: `__underlined__`, `[[a/b]]` for an equation that is a fraction. */
export function docx(lines) {
  const paragraphs = lines
    .map((line) => {
      const pieces = line.split(/(__.+?__|\[\[.+?\]\])/).map((piece) => {
        const fraction = /^\[\[(.+)\/(.+)\]\]$/.exec(piece);
        if (fraction)
          return `<m:oMath><m:f><m:num><m:r><m:t>${fraction[1]}</m:t></m:r></m:num><m:den><m:r><m:t>${fraction[2]}</m:t></m:r></m:den></m:f></m:oMath>`;
        const under = /^__(.+)__$/.exec(piece);
        const look = under ? '<w:rPr><w:u w:val="single"/></w:rPr>' : '';
        return piece === ''
          ? ''
          : `<w:r>${look}<w:t xml:space="preserve">${escaped(under ? under[1] : piece)}</w:t></w:r>`;
      });
      return `<w:p>${pieces.join('')}</w:p>`;
    })
    .join('');
  return openXml(
    'word/document.xml',
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    [],
    [
      [
        'word/document.xml',
        `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${paragraphs}</w:body></w:document>`,
      ],
    ],
  );
}

/** A book of chapters, each a title and its sentences. */
export function epub(title, chapters) {
  const page = (inside) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi"><head><title>${escaped(title)}</title></head><body>${inside}</body></html>`;
  const names = chapters.map((_, i) => `chuong-${i + 1}.xhtml`);
  return zip([
    ['mimetype', 'application/epub+zip'],
    [
      'META-INF/container.xml',
      '<?xml version="1.0"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="sach.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ],
    [
      'sach.opf',
      `<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:lopmo:${names.length}</dc:identifier><dc:title>${escaped(title)}</dc:title><dc:language>vi</dc:language></metadata><manifest><item id="nav" href="muc-luc.xhtml" media-type="application/xhtml+xml" properties="nav"/>${names.map((name, i) => `<item id="c${i}" href="${name}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${names.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    ],
    [
      'muc-luc.xhtml',
      page(
        `<nav epub:type="toc"><ol>${chapters.map(([name], i) => `<li><a href="${names[i]}">${escaped(name)}</a></li>`).join('')}</ol></nav>`,
      ),
    ],
    ...chapters.map(([name, ...sentences], i) => [
      names[i],
      page(`<h1>${escaped(name)}</h1>${sentences.map((one) => `<p>${escaped(one)}</p>`).join('')}`),
    ]),
  ]);
}

/** A ruled sheet of paper with some ink on it, as a PNG. */
export function sheetOfPaper(width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const all = Buffer.alloc(body.length + 8);
    all.writeUInt32BE(data.length, 0);
    body.copy(all, 4);
    all.writeUInt32BE(crc32(body), body.length + 4);
    return all;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 250);
  for (let y = 0; y < height; y++) {
    const at = y * (width * 3 + 1);
    rows[at] = 0;
    const written = y % 48 > 20 && y % 48 < 36;
    for (let x = 0; x < width; x++) {
      const ink = written && (x * 7 + y * 3) % 61 < 9 && x > 60 && x < width - 90 - ((y * 5) % 130);
      const rule = y % 48 === 40;
      if (ink) rows.set([30, 45, 140], at + 1 + x * 3);
      else if (rule) rows.set([170, 200, 225], at + 1 + x * 3);
    }
  }
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An A4 page for each of these lines, in a letter that every reader has: ASCII only. */
export function pdf(lines) {
  const stream = (text) => {
    const ink = `0.85 0.9 1 rg 60 690 475 60 re f 0 0 0 rg BT /F1 24 Tf 72 712 Td (${text}) Tj ET`;
    return `<< /Length ${ink.length} >>\nstream\n${ink}\nendstream`;
  };
  const kids = lines.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${lines.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      stream(line),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
