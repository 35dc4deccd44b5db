// Made by tools/compile-schemas.mjs from schemas/*.json: do not edit.
"use strict";
export const config = validate21;
const schema6 = {"$id":"config","title":"the settings","type":"object","properties":{"enabled":{"type":["boolean","null"]},"tags":{"$ref":"#/$defs/tags"},"meta":{"type":["object","null"]},"materialized":{"type":["string","number","boolean","null"]},"alias":{"type":["string","number","boolean","null"]},"schema":{"type":["string","number","boolean","null"]},"database":{"type":["string","number","boolean","null"]},"group":{"type":["string","number","boolean","null"]},"docs":{"$ref":"#/$defs/docs"},"grants":{"type":["object","null"]},"quoting":{"type":["object","null"]},"column_types":{"type":["object","null"]},"persist_docs":{"type":["object","null"]},"contract":{"type":["object"],"properties":{"enforced":{"type":"boolean"},"alias_types":{"type":"boolean"}}},"full_refresh":{"type":["boolean","null"]},"access":{"$ref":"#/$defs/access"},"on_schema_change":{"type":["string","number","boolean","null"]},"on_configuration_change":{"enum":["apply","continue","fail",null]},"unique_key":{"$ref":"#/$defs/tags"},"severity":{"type":["string","null"],"pattern":"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},"store_failures":{"type":["boolean","null"]},"store_failures_as":{"enum":["ephemeral","table","view",null]},"where":{"type":["string","number","boolean","null"]},"limit":{"anyOf":[{"type":["integer","null"]},{"type":"string","pattern":"^\\d+$"}]},"warn_if":{"type":["string","number","boolean","null"]},"error_if":{"type":["string","number","boolean","null"]},"fail_calc":{"type":["string","number","boolean","null"]},"on_error":{"enum":["skip_children","continue",null]},"pre_hook":{"$ref":"#/$defs/hooks"},"pre-hook":{"$ref":"#/$defs/hooks"},"post_hook":{"$ref":"#/$defs/hooks"},"post-hook":{"$ref":"#/$defs/hooks"},"latest_version_pointer":{"type":["object","null"]}},"$defs":{"docs":{"type":["object","null"],"title":"\"docs\"","additionalProperties":false,"properties":{"show":{"type":["boolean","null"]},"node_color":{"type":["string","null"]}}},"tags":{"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"type":["string","number","boolean"]}}]},"access":{"enum":["private","protected","public",null]},"hooks":{"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"},{"type":"array","items":{"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"}]}}]},"hook":{"type":"object","title":"a hook","required":["sql"],"properties":{"sql":{"type":"string"},"transaction":{"type":"boolean"},"index":{"type":["integer","null"]}}}}};
const schema7 = {"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"type":["string","number","boolean"]}}]};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: schema7.anyOf[0].type},schema:schema7.anyOf[0].type,parentSchema:schema7.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: schema7.anyOf[1].items.type},schema:schema7.anyOf[1].items.type,parentSchema:schema7.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema7.anyOf[1].type,parentSchema:schema7.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema7.anyOf,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":["object","null"],"title":"\"docs\"","additionalProperties":false,"properties":{"show":{"type":["boolean","null"]},"node_color":{"type":["string","null"]}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema8.type},schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "show") || (key0 === "node_color"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.show !== undefined){
let data0 = data.show;
if((typeof data0 !== "boolean") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/show",schemaPath:"#/properties/show/type",keyword:"type",params:{type: schema8.properties.show.type},schema:schema8.properties.show.type,parentSchema:schema8.properties.show,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.node_color !== undefined){
let data1 = data.node_color;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/node_color",schemaPath:"#/properties/node_color/type",keyword:"type",params:{type: schema8.properties.node_color.type},schema:schema8.properties.node_color.type,parentSchema:schema8.properties.node_color,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate24.errors = vErrors;
return errors === 0;
}

const schema9 = {"enum":["private","protected","public",null]};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((data === "private") || (data === "protected")) || (data === "public")) || (data === null))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema9.enum},schema:schema9.enum,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema10 = {"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"},{"type":"array","items":{"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"}]}}]};
const schema11 = {"type":"object","title":"a hook","required":["sql"],"properties":{"sql":{"type":"string"},"transaction":{"type":"boolean"},"index":{"type":["integer","null"]}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sql === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sql"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sql !== undefined){
let data0 = data.sql;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/sql",schemaPath:"#/properties/sql/type",keyword:"type",params:{type: "string"},schema:schema11.properties.sql.type,parentSchema:schema11.properties.sql,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.transaction !== undefined){
let data1 = data.transaction;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/transaction",schemaPath:"#/properties/transaction/type",keyword:"type",params:{type: "boolean"},schema:schema11.properties.transaction.type,parentSchema:schema11.properties.transaction,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.index !== undefined){
let data2 = data.index;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/index",schemaPath:"#/properties/index/type",keyword:"type",params:{type: schema11.properties.index.type},schema:schema11.properties.index.type,parentSchema:schema11.properties.index,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((typeof data !== "string") && (data !== null)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: schema10.anyOf[0].type},schema:schema10.anyOf[0].type,parentSchema:schema10.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate30(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs7 = errors;
let valid3 = false;
const _errs8 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: schema10.anyOf[2].items.anyOf[0].type},schema:schema10.anyOf[2].items.anyOf[0].type,parentSchema:schema10.anyOf[2].items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid1 = _errs8 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const _errs10 = errors;
if(!(validate30(data0, {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var _valid1 = _errs10 === errors;
valid3 = valid3 || _valid1;
}
if(!valid3){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/2/items/anyOf",keyword:"anyOf",params:{},schema:schema10.anyOf[2].items.anyOf,parentSchema:schema10.anyOf[2].items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "array"},schema:schema10.anyOf[2].type,parentSchema:schema10.anyOf[2],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema10.anyOf,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate29.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$", "u");
const pattern1 = new RegExp("^\\d+$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="config" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.enabled !== undefined){
let data0 = data.enabled;
if((typeof data0 !== "boolean") && (data0 !== null)){
const err0 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: schema6.properties.enabled.type},schema:schema6.properties.enabled.type,parentSchema:schema6.properties.enabled,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.tags !== undefined){
if(!(validate22(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data2 = data.meta;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
const err1 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema6.properties.meta.type},schema:schema6.properties.meta.type,parentSchema:schema6.properties.meta,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.materialized !== undefined){
let data3 = data.materialized;
if((((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err2 = {instancePath:instancePath+"/materialized",schemaPath:"#/properties/materialized/type",keyword:"type",params:{type: schema6.properties.materialized.type},schema:schema6.properties.materialized.type,parentSchema:schema6.properties.materialized,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.alias !== undefined){
let data4 = data.alias;
if((((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err3 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: schema6.properties.alias.type},schema:schema6.properties.alias.type,parentSchema:schema6.properties.alias,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.schema !== undefined){
let data5 = data.schema;
if((((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err4 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: schema6.properties.schema.type},schema:schema6.properties.schema.type,parentSchema:schema6.properties.schema,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.database !== undefined){
let data6 = data.database;
if((((typeof data6 !== "string") && (!((typeof data6 == "number") && (isFinite(data6))))) && (typeof data6 !== "boolean")) && (data6 !== null)){
const err5 = {instancePath:instancePath+"/database",schemaPath:"#/properties/database/type",keyword:"type",params:{type: schema6.properties.database.type},schema:schema6.properties.database.type,parentSchema:schema6.properties.database,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.group !== undefined){
let data7 = data.group;
if((((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err6 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema6.properties.group.type},schema:schema6.properties.group.type,parentSchema:schema6.properties.group,data:data7};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate24(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.grants !== undefined){
let data9 = data.grants;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err7 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: schema6.properties.grants.type},schema:schema6.properties.grants.type,parentSchema:schema6.properties.grants,data:data9};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.quoting !== undefined){
let data10 = data.quoting;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
const err8 = {instancePath:instancePath+"/quoting",schemaPath:"#/properties/quoting/type",keyword:"type",params:{type: schema6.properties.quoting.type},schema:schema6.properties.quoting.type,parentSchema:schema6.properties.quoting,data:data10};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.column_types !== undefined){
let data11 = data.column_types;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err9 = {instancePath:instancePath+"/column_types",schemaPath:"#/properties/column_types/type",keyword:"type",params:{type: schema6.properties.column_types.type},schema:schema6.properties.column_types.type,parentSchema:schema6.properties.column_types,data:data11};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.persist_docs !== undefined){
let data12 = data.persist_docs;
if((!(data12 && typeof data12 == "object" && !Array.isArray(data12))) && (data12 !== null)){
const err10 = {instancePath:instancePath+"/persist_docs",schemaPath:"#/properties/persist_docs/type",keyword:"type",params:{type: schema6.properties.persist_docs.type},schema:schema6.properties.persist_docs.type,parentSchema:schema6.properties.persist_docs,data:data12};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.contract !== undefined){
let data13 = data.contract;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.enforced !== undefined){
let data14 = data13.enforced;
if(typeof data14 !== "boolean"){
const err11 = {instancePath:instancePath+"/contract/enforced",schemaPath:"#/properties/contract/properties/enforced/type",keyword:"type",params:{type: "boolean"},schema:schema6.properties.contract.properties.enforced.type,parentSchema:schema6.properties.contract.properties.enforced,data:data14};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data13.alias_types !== undefined){
let data15 = data13.alias_types;
if(typeof data15 !== "boolean"){
const err12 = {instancePath:instancePath+"/contract/alias_types",schemaPath:"#/properties/contract/properties/alias_types/type",keyword:"type",params:{type: "boolean"},schema:schema6.properties.contract.properties.alias_types.type,parentSchema:schema6.properties.contract.properties.alias_types,data:data15};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: schema6.properties.contract.type},schema:schema6.properties.contract.type,parentSchema:schema6.properties.contract,data:data13};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.full_refresh !== undefined){
let data16 = data.full_refresh;
if((typeof data16 !== "boolean") && (data16 !== null)){
const err14 = {instancePath:instancePath+"/full_refresh",schemaPath:"#/properties/full_refresh/type",keyword:"type",params:{type: schema6.properties.full_refresh.type},schema:schema6.properties.full_refresh.type,parentSchema:schema6.properties.full_refresh,data:data16};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.access !== undefined){
if(!(validate26(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.on_schema_change !== undefined){
let data18 = data.on_schema_change;
if((((typeof data18 !== "string") && (!((typeof data18 == "number") && (isFinite(data18))))) && (typeof data18 !== "boolean")) && (data18 !== null)){
const err15 = {instancePath:instancePath+"/on_schema_change",schemaPath:"#/properties/on_schema_change/type",keyword:"type",params:{type: schema6.properties.on_schema_change.type},schema:schema6.properties.on_schema_change.type,parentSchema:schema6.properties.on_schema_change,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.on_configuration_change !== undefined){
let data19 = data.on_configuration_change;
if(!((((data19 === "apply") || (data19 === "continue")) || (data19 === "fail")) || (data19 === null))){
const err16 = {instancePath:instancePath+"/on_configuration_change",schemaPath:"#/properties/on_configuration_change/enum",keyword:"enum",params:{allowedValues: schema6.properties.on_configuration_change.enum},schema:schema6.properties.on_configuration_change.enum,parentSchema:schema6.properties.on_configuration_change,data:data19};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.unique_key !== undefined){
if(!(validate22(data.unique_key, {instancePath:instancePath+"/unique_key",parentData:data,parentDataProperty:"unique_key",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.severity !== undefined){
let data21 = data.severity;
if((typeof data21 !== "string") && (data21 !== null)){
const err17 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/type",keyword:"type",params:{type: schema6.properties.severity.type},schema:schema6.properties.severity.type,parentSchema:schema6.properties.severity,data:data21};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(typeof data21 === "string"){
if(!pattern0.test(data21)){
const err18 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/pattern",keyword:"pattern",params:{pattern: "^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},schema:"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$",parentSchema:schema6.properties.severity,data:data21};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.store_failures !== undefined){
let data22 = data.store_failures;
if((typeof data22 !== "boolean") && (data22 !== null)){
const err19 = {instancePath:instancePath+"/store_failures",schemaPath:"#/properties/store_failures/type",keyword:"type",params:{type: schema6.properties.store_failures.type},schema:schema6.properties.store_failures.type,parentSchema:schema6.properties.store_failures,data:data22};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.store_failures_as !== undefined){
let data23 = data.store_failures_as;
if(!((((data23 === "ephemeral") || (data23 === "table")) || (data23 === "view")) || (data23 === null))){
const err20 = {instancePath:instancePath+"/store_failures_as",schemaPath:"#/properties/store_failures_as/enum",keyword:"enum",params:{allowedValues: schema6.properties.store_failures_as.enum},schema:schema6.properties.store_failures_as.enum,parentSchema:schema6.properties.store_failures_as,data:data23};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.where !== undefined){
let data24 = data.where;
if((((typeof data24 !== "string") && (!((typeof data24 == "number") && (isFinite(data24))))) && (typeof data24 !== "boolean")) && (data24 !== null)){
const err21 = {instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: schema6.properties.where.type},schema:schema6.properties.where.type,parentSchema:schema6.properties.where,data:data24};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.limit !== undefined){
let data25 = data.limit;
const _errs46 = errors;
let valid2 = false;
const _errs47 = errors;
if((!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))) && (data25 !== null)){
const err22 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf/0/type",keyword:"type",params:{type: schema6.properties.limit.anyOf[0].type},schema:schema6.properties.limit.anyOf[0].type,parentSchema:schema6.properties.limit.anyOf[0],data:data25};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid0 = _errs47 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs49 = errors;
if(typeof data25 === "string"){
if(!pattern1.test(data25)){
const err23 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^\\d+$"},schema:"^\\d+$",parentSchema:schema6.properties.limit.anyOf[1],data:data25};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema6.properties.limit.anyOf[1].type,parentSchema:schema6.properties.limit.anyOf[1],data:data25};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid0 = _errs49 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err25 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf",keyword:"anyOf",params:{},schema:schema6.properties.limit.anyOf,parentSchema:schema6.properties.limit,data:data25};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
}
if(data.warn_if !== undefined){
let data26 = data.warn_if;
if((((typeof data26 !== "string") && (!((typeof data26 == "number") && (isFinite(data26))))) && (typeof data26 !== "boolean")) && (data26 !== null)){
const err26 = {instancePath:instancePath+"/warn_if",schemaPath:"#/properties/warn_if/type",keyword:"type",params:{type: schema6.properties.warn_if.type},schema:schema6.properties.warn_if.type,parentSchema:schema6.properties.warn_if,data:data26};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.error_if !== undefined){
let data27 = data.error_if;
if((((typeof data27 !== "string") && (!((typeof data27 == "number") && (isFinite(data27))))) && (typeof data27 !== "boolean")) && (data27 !== null)){
const err27 = {instancePath:instancePath+"/error_if",schemaPath:"#/properties/error_if/type",keyword:"type",params:{type: schema6.properties.error_if.type},schema:schema6.properties.error_if.type,parentSchema:schema6.properties.error_if,data:data27};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.fail_calc !== undefined){
let data28 = data.fail_calc;
if((((typeof data28 !== "string") && (!((typeof data28 == "number") && (isFinite(data28))))) && (typeof data28 !== "boolean")) && (data28 !== null)){
const err28 = {instancePath:instancePath+"/fail_calc",schemaPath:"#/properties/fail_calc/type",keyword:"type",params:{type: schema6.properties.fail_calc.type},schema:schema6.properties.fail_calc.type,parentSchema:schema6.properties.fail_calc,data:data28};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.on_error !== undefined){
let data29 = data.on_error;
if(!(((data29 === "skip_children") || (data29 === "continue")) || (data29 === null))){
const err29 = {instancePath:instancePath+"/on_error",schemaPath:"#/properties/on_error/enum",keyword:"enum",params:{allowedValues: schema6.properties.on_error.enum},schema:schema6.properties.on_error.enum,parentSchema:schema6.properties.on_error,data:data29};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.pre_hook !== undefined){
if(!(validate29(data.pre_hook, {instancePath:instancePath+"/pre_hook",parentData:data,parentDataProperty:"pre_hook",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data["pre-hook"] !== undefined){
if(!(validate29(data["pre-hook"], {instancePath:instancePath+"/pre-hook",parentData:data,parentDataProperty:"pre-hook",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.post_hook !== undefined){
if(!(validate29(data.post_hook, {instancePath:instancePath+"/post_hook",parentData:data,parentDataProperty:"post_hook",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data["post-hook"] !== undefined){
if(!(validate29(data["post-hook"], {instancePath:instancePath+"/post-hook",parentData:data,parentDataProperty:"post-hook",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.latest_version_pointer !== undefined){
let data34 = data.latest_version_pointer;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
const err30 = {instancePath:instancePath+"/latest_version_pointer",schemaPath:"#/properties/latest_version_pointer/type",keyword:"type",params:{type: schema6.properties.latest_version_pointer.type},schema:schema6.properties.latest_version_pointer.type,parentSchema:schema6.properties.latest_version_pointer,data:data34};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema6.type,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const load = validate37;
const schema12 = {"$id":"load","title":"a load","type":"object","properties":{"load":{"type":"object","title":"\"load\"","$comment":"ours","additionalProperties":false,"properties":{"from":{"$ref":"#/$defs/texts"},"format":{"enum":["csv","tsv","json","jsonl","parquet"]},"options":{"type":"object","title":"\"options\"","$comment":"ours","additionalProperties":false,"properties":{"delimiter":{"type":"string"},"quote":{"type":"string"},"escape":{"type":"string"},"header":{"type":"boolean"},"encoding":{"type":"string"},"max_field":{"type":["string","integer"]}}},"rename":{"type":"object","additionalProperties":{"type":"string"}},"drift":{"type":"object","title":"\"drift\"","$comment":"ours","additionalProperties":false,"properties":{"missing":{"enum":["fill","warn","fail"]},"extra":{"enum":["ignore","warn","add","fail"]}}},"strategy":{"enum":["replace","append","upsert","partition"]},"unique_key":{"$ref":"#/$defs/texts"},"partition":{"type":"string"},"lineage":{"type":"array","items":{"enum":["file","line","loaded_at"]}},"once":{"type":"boolean"}}},"contract":{"type":"object","title":"\"contract\"","$comment":"ours","additionalProperties":false,"properties":{"enforced":{},"alias_types":{},"text":{"enum":["trim","keep"]},"types":{"enum":["reject","null"]},"clean":{"type":"object","additionalProperties":{"$ref":"#/$defs/cleaner"}},"dedupe":{"type":"object","title":"\"dedupe\"","$comment":"ours","additionalProperties":false,"properties":{"rows":{"type":"boolean"},"ignore":{"$ref":"#/$defs/texts"},"key":{"$ref":"#/$defs/texts"},"prefer":{"$ref":"#/$defs/texts"},"when":{"enum":["before_rules","after_rules"]}}},"rules":{"type":"object","additionalProperties":{"$ref":"#/$defs/rule"}},"limits":{"type":"object","title":"\"limits\"","$comment":"ours","additionalProperties":false,"properties":{"error_if":{"type":"string"},"warn_if":{"type":"string"},"per":{"enum":["file","load"]}}}}},"quarantine":{"type":"object","title":"\"quarantine\"","$comment":"ours","additionalProperties":false,"properties":{"table":{"type":"boolean"},"join":{"type":"string"},"keep_raw":{"enum":["vault",false]},"files":{"type":"array","items":{"type":"object","title":"a file of the quarantine","$comment":"ours","additionalProperties":false,"required":["path"],"properties":{"path":{"type":"string"},"format":{"enum":["csv","parquet","json","jsonl"]},"options":{"type":"object","title":"\"options\"","$comment":"ours","additionalProperties":false,"properties":{"delimiter":{"type":"string"},"header":{"type":"boolean"}}},"columns":{"anyOf":[{"type":"array","items":{"type":"string"}},{"type":"object","additionalProperties":{"type":"string"}}]}}}}}}},"$defs":{"texts":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"cleaner":{"anyOf":[{"type":"string"},{"type":"object","title":"a cleaner","$comment":"ours","additionalProperties":false,"properties":{"map":{"type":"object","additionalProperties":{"anyOf":[{"type":["string","number","boolean"]},{"type":"array","items":{"type":["string","number","boolean"]}}]}},"else":{"enum":["null","keep",null]},"nearest":{"type":"array","items":{"type":"string"}},"at_least":{"type":"number"},"extract":{"type":"string"},"instant":{"type":"array","items":{"enum":["iso","epoch","yyyymmdd"]}},"years":{"type":"array","items":{"type":["integer","string"]}}}}]},"rule":{"anyOf":[{"type":"string"},{"type":"object","title":"a rule","$comment":"ours","additionalProperties":false,"properties":{"check":{"type":"string"},"unique":{"$ref":"#/$defs/texts"},"foreign_key":{"$ref":"#/$defs/texts"},"to":{"type":"string"},"where":{"type":"string"},"reason":{"type":"string"},"severity":{"enum":["error","warn","repair"]},"repair":{"type":"object","additionalProperties":{"type":"string"}}}}]}}};
const func2 = Object.prototype.hasOwnProperty;
const schema13 = {"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema13.anyOf[0].type,parentSchema:schema13.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema13.anyOf[1].items.type,parentSchema:schema13.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema13.anyOf[1].type,parentSchema:schema13.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema13.anyOf,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate38.errors = vErrors;
return errors === 0;
}

const schema14 = {"anyOf":[{"type":"string"},{"type":"object","title":"a cleaner","$comment":"ours","additionalProperties":false,"properties":{"map":{"type":"object","additionalProperties":{"anyOf":[{"type":["string","number","boolean"]},{"type":"array","items":{"type":["string","number","boolean"]}}]}},"else":{"enum":["null","keep",null]},"nearest":{"type":"array","items":{"type":"string"}},"at_least":{"type":"number"},"extract":{"type":"string"},"instant":{"type":"array","items":{"enum":["iso","epoch","yyyymmdd"]}},"years":{"type":"array","items":{"type":["integer","string"]}}}}]};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema14.anyOf[0].type,parentSchema:schema14.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "map") || (key0 === "else")) || (key0 === "nearest")) || (key0 === "at_least")) || (key0 === "extract")) || (key0 === "instant")) || (key0 === "years"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema14.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.map !== undefined){
let data0 = data.map;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
const _errs11 = errors;
let valid3 = false;
const _errs12 = errors;
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
const err2 = {instancePath:instancePath+"/map/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/anyOf/1/properties/map/additionalProperties/anyOf/0/type",keyword:"type",params:{type: schema14.anyOf[1].properties.map.additionalProperties.anyOf[0].type},schema:schema14.anyOf[1].properties.map.additionalProperties.anyOf[0].type,parentSchema:schema14.anyOf[1].properties.map.additionalProperties.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs12 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const _errs14 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))) && (typeof data2 !== "boolean")){
const err3 = {instancePath:instancePath+"/map/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/anyOf/1/properties/map/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type: schema14.anyOf[1].properties.map.additionalProperties.anyOf[1].items.type},schema:schema14.anyOf[1].properties.map.additionalProperties.anyOf[1].items.type,parentSchema:schema14.anyOf[1].properties.map.additionalProperties.anyOf[1].items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/map/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/anyOf/1/properties/map/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema14.anyOf[1].properties.map.additionalProperties.anyOf[1].type,parentSchema:schema14.anyOf[1].properties.map.additionalProperties.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid3 = valid3 || _valid1;
}
if(!valid3){
const err5 = {instancePath:instancePath+"/map/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/anyOf/1/properties/map/additionalProperties/anyOf",keyword:"anyOf",params:{},schema:schema14.anyOf[1].properties.map.additionalProperties.anyOf,parentSchema:schema14.anyOf[1].properties.map.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/map",schemaPath:"#/anyOf/1/properties/map/type",keyword:"type",params:{type: "object"},schema:schema14.anyOf[1].properties.map.type,parentSchema:schema14.anyOf[1].properties.map,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.else !== undefined){
let data3 = data.else;
if(!(((data3 === "null") || (data3 === "keep")) || (data3 === null))){
const err7 = {instancePath:instancePath+"/else",schemaPath:"#/anyOf/1/properties/else/enum",keyword:"enum",params:{allowedValues: schema14.anyOf[1].properties.else.enum},schema:schema14.anyOf[1].properties.else.enum,parentSchema:schema14.anyOf[1].properties.else,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.nearest !== undefined){
let data4 = data.nearest;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/nearest/" + i1,schemaPath:"#/anyOf/1/properties/nearest/items/type",keyword:"type",params:{type: "string"},schema:schema14.anyOf[1].properties.nearest.items.type,parentSchema:schema14.anyOf[1].properties.nearest.items,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/nearest",schemaPath:"#/anyOf/1/properties/nearest/type",keyword:"type",params:{type: "array"},schema:schema14.anyOf[1].properties.nearest.type,parentSchema:schema14.anyOf[1].properties.nearest,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.at_least !== undefined){
let data6 = data.at_least;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err10 = {instancePath:instancePath+"/at_least",schemaPath:"#/anyOf/1/properties/at_least/type",keyword:"type",params:{type: "number"},schema:schema14.anyOf[1].properties.at_least.type,parentSchema:schema14.anyOf[1].properties.at_least,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.extract !== undefined){
let data7 = data.extract;
if(typeof data7 !== "string"){
const err11 = {instancePath:instancePath+"/extract",schemaPath:"#/anyOf/1/properties/extract/type",keyword:"type",params:{type: "string"},schema:schema14.anyOf[1].properties.extract.type,parentSchema:schema14.anyOf[1].properties.extract,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.instant !== undefined){
let data8 = data.instant;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(!(((data9 === "iso") || (data9 === "epoch")) || (data9 === "yyyymmdd"))){
const err12 = {instancePath:instancePath+"/instant/" + i2,schemaPath:"#/anyOf/1/properties/instant/items/enum",keyword:"enum",params:{allowedValues: schema14.anyOf[1].properties.instant.items.enum},schema:schema14.anyOf[1].properties.instant.items.enum,parentSchema:schema14.anyOf[1].properties.instant.items,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/instant",schemaPath:"#/anyOf/1/properties/instant/type",keyword:"type",params:{type: "array"},schema:schema14.anyOf[1].properties.instant.type,parentSchema:schema14.anyOf[1].properties.instant,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.years !== undefined){
let data10 = data.years;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if((!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) && (typeof data11 !== "string")){
const err14 = {instancePath:instancePath+"/years/" + i3,schemaPath:"#/anyOf/1/properties/years/items/type",keyword:"type",params:{type: schema14.anyOf[1].properties.years.items.type},schema:schema14.anyOf[1].properties.years.items.type,parentSchema:schema14.anyOf[1].properties.years.items,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/years",schemaPath:"#/anyOf/1/properties/years/type",keyword:"type",params:{type: "array"},schema:schema14.anyOf[1].properties.years.type,parentSchema:schema14.anyOf[1].properties.years,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema14.anyOf[1].type,parentSchema:schema14.anyOf[1],data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err17 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema14.anyOf,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate41.errors = vErrors;
return errors === 0;
}

const schema15 = {"anyOf":[{"type":"string"},{"type":"object","title":"a rule","$comment":"ours","additionalProperties":false,"properties":{"check":{"type":"string"},"unique":{"$ref":"#/$defs/texts"},"foreign_key":{"$ref":"#/$defs/texts"},"to":{"type":"string"},"where":{"type":"string"},"reason":{"type":"string"},"severity":{"enum":["error","warn","repair"]},"repair":{"type":"object","additionalProperties":{"type":"string"}}}}]};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema15.anyOf[0].type,parentSchema:schema15.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "check") || (key0 === "unique")) || (key0 === "foreign_key")) || (key0 === "to")) || (key0 === "where")) || (key0 === "reason")) || (key0 === "severity")) || (key0 === "repair"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema15.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.check !== undefined){
let data0 = data.check;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/check",schemaPath:"#/anyOf/1/properties/check/type",keyword:"type",params:{type: "string"},schema:schema15.anyOf[1].properties.check.type,parentSchema:schema15.anyOf[1].properties.check,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.unique !== undefined){
if(!(validate38(data.unique, {instancePath:instancePath+"/unique",parentData:data,parentDataProperty:"unique",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.foreign_key !== undefined){
if(!(validate38(data.foreign_key, {instancePath:instancePath+"/foreign_key",parentData:data,parentDataProperty:"foreign_key",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.to !== undefined){
let data3 = data.to;
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/to",schemaPath:"#/anyOf/1/properties/to/type",keyword:"type",params:{type: "string"},schema:schema15.anyOf[1].properties.to.type,parentSchema:schema15.anyOf[1].properties.to,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/where",schemaPath:"#/anyOf/1/properties/where/type",keyword:"type",params:{type: "string"},schema:schema15.anyOf[1].properties.where.type,parentSchema:schema15.anyOf[1].properties.where,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.reason !== undefined){
let data5 = data.reason;
if(typeof data5 !== "string"){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/anyOf/1/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema15.anyOf[1].properties.reason.type,parentSchema:schema15.anyOf[1].properties.reason,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.severity !== undefined){
let data6 = data.severity;
if(!(((data6 === "error") || (data6 === "warn")) || (data6 === "repair"))){
const err6 = {instancePath:instancePath+"/severity",schemaPath:"#/anyOf/1/properties/severity/enum",keyword:"enum",params:{allowedValues: schema15.anyOf[1].properties.severity.enum},schema:schema15.anyOf[1].properties.severity.enum,parentSchema:schema15.anyOf[1].properties.severity,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.repair !== undefined){
let data7 = data.repair;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
let data8 = data7[key1];
if(typeof data8 !== "string"){
const err7 = {instancePath:instancePath+"/repair/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/anyOf/1/properties/repair/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema15.anyOf[1].properties.repair.additionalProperties.type,parentSchema:schema15.anyOf[1].properties.repair.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/repair",schemaPath:"#/anyOf/1/properties/repair/type",keyword:"type",params:{type: "object"},schema:schema15.anyOf[1].properties.repair.type,parentSchema:schema15.anyOf[1].properties.repair,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema15.anyOf[1].type,parentSchema:schema15.anyOf[1],data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err10 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema15.anyOf,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate46.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="load" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.load !== undefined){
let data0 = data.load;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
if(!(func2.call(schema12.properties.load.properties, key0))){
const err0 = {instancePath:instancePath+"/load",schemaPath:"#/properties/load/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema12.properties.load,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.from !== undefined){
if(!(validate38(data0.from, {instancePath:instancePath+"/load/from",parentData:data0,parentDataProperty:"from",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data0.format !== undefined){
let data2 = data0.format;
if(!(((((data2 === "csv") || (data2 === "tsv")) || (data2 === "json")) || (data2 === "jsonl")) || (data2 === "parquet"))){
const err1 = {instancePath:instancePath+"/load/format",schemaPath:"#/properties/load/properties/format/enum",keyword:"enum",params:{allowedValues: schema12.properties.load.properties.format.enum},schema:schema12.properties.load.properties.format.enum,parentSchema:schema12.properties.load.properties.format,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.options !== undefined){
let data3 = data0.options;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((((key1 === "delimiter") || (key1 === "quote")) || (key1 === "escape")) || (key1 === "header")) || (key1 === "encoding")) || (key1 === "max_field"))){
const err2 = {instancePath:instancePath+"/load/options",schemaPath:"#/properties/load/properties/options/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema12.properties.load.properties.options,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data3.delimiter !== undefined){
let data4 = data3.delimiter;
if(typeof data4 !== "string"){
const err3 = {instancePath:instancePath+"/load/options/delimiter",schemaPath:"#/properties/load/properties/options/properties/delimiter/type",keyword:"type",params:{type: "string"},schema:schema12.properties.load.properties.options.properties.delimiter.type,parentSchema:schema12.properties.load.properties.options.properties.delimiter,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3.quote !== undefined){
let data5 = data3.quote;
if(typeof data5 !== "string"){
const err4 = {instancePath:instancePath+"/load/options/quote",schemaPath:"#/properties/load/properties/options/properties/quote/type",keyword:"type",params:{type: "string"},schema:schema12.properties.load.properties.options.properties.quote.type,parentSchema:schema12.properties.load.properties.options.properties.quote,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.escape !== undefined){
let data6 = data3.escape;
if(typeof data6 !== "string"){
const err5 = {instancePath:instancePath+"/load/options/escape",schemaPath:"#/properties/load/properties/options/properties/escape/type",keyword:"type",params:{type: "string"},schema:schema12.properties.load.properties.options.properties.escape.type,parentSchema:schema12.properties.load.properties.options.properties.escape,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.header !== undefined){
let data7 = data3.header;
if(typeof data7 !== "boolean"){
const err6 = {instancePath:instancePath+"/load/options/header",schemaPath:"#/properties/load/properties/options/properties/header/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.load.properties.options.properties.header.type,parentSchema:schema12.properties.load.properties.options.properties.header,data:data7};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.encoding !== undefined){
let data8 = data3.encoding;
if(typeof data8 !== "string"){
const err7 = {instancePath:instancePath+"/load/options/encoding",schemaPath:"#/properties/load/properties/options/properties/encoding/type",keyword:"type",params:{type: "string"},schema:schema12.properties.load.properties.options.properties.encoding.type,parentSchema:schema12.properties.load.properties.options.properties.encoding,data:data8};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.max_field !== undefined){
let data9 = data3.max_field;
if((typeof data9 !== "string") && (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9))))){
const err8 = {instancePath:instancePath+"/load/options/max_field",schemaPath:"#/properties/load/properties/options/properties/max_field/type",keyword:"type",params:{type: schema12.properties.load.properties.options.properties.max_field.type},schema:schema12.properties.load.properties.options.properties.max_field.type,parentSchema:schema12.properties.load.properties.options.properties.max_field,data:data9};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/load/options",schemaPath:"#/properties/load/properties/options/type",keyword:"type",params:{type: "object"},schema:schema12.properties.load.properties.options.type,parentSchema:schema12.properties.load.properties.options,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.rename !== undefined){
let data10 = data0.rename;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
let data11 = data10[key2];
if(typeof data11 !== "string"){
const err10 = {instancePath:instancePath+"/load/rename/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/load/properties/rename/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema12.properties.load.properties.rename.additionalProperties.type,parentSchema:schema12.properties.load.properties.rename.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/load/rename",schemaPath:"#/properties/load/properties/rename/type",keyword:"type",params:{type: "object"},schema:schema12.properties.load.properties.rename.type,parentSchema:schema12.properties.load.properties.rename,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.drift !== undefined){
let data12 = data0.drift;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key3 in data12){
if(!((key3 === "missing") || (key3 === "extra"))){
const err12 = {instancePath:instancePath+"/load/drift",schemaPath:"#/properties/load/properties/drift/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema12.properties.load.properties.drift,data:data12};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data12.missing !== undefined){
let data13 = data12.missing;
if(!(((data13 === "fill") || (data13 === "warn")) || (data13 === "fail"))){
const err13 = {instancePath:instancePath+"/load/drift/missing",schemaPath:"#/properties/load/properties/drift/properties/missing/enum",keyword:"enum",params:{allowedValues: schema12.properties.load.properties.drift.properties.missing.enum},schema:schema12.properties.load.properties.drift.properties.missing.enum,parentSchema:schema12.properties.load.properties.drift.properties.missing,data:data13};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data12.extra !== undefined){
let data14 = data12.extra;
if(!((((data14 === "ignore") || (data14 === "warn")) || (data14 === "add")) || (data14 === "fail"))){
const err14 = {instancePath:instancePath+"/load/drift/extra",schemaPath:"#/properties/load/properties/drift/properties/extra/enum",keyword:"enum",params:{allowedValues: schema12.properties.load.properties.drift.properties.extra.enum},schema:schema12.properties.load.properties.drift.properties.extra.enum,parentSchema:schema12.properties.load.properties.drift.properties.extra,data:data14};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/load/drift",schemaPath:"#/properties/load/properties/drift/type",keyword:"type",params:{type: "object"},schema:schema12.properties.load.properties.drift.type,parentSchema:schema12.properties.load.properties.drift,data:data12};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.strategy !== undefined){
let data15 = data0.strategy;
if(!((((data15 === "replace") || (data15 === "append")) || (data15 === "upsert")) || (data15 === "partition"))){
const err16 = {instancePath:instancePath+"/load/strategy",schemaPath:"#/properties/load/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema12.properties.load.properties.strategy.enum},schema:schema12.properties.load.properties.strategy.enum,parentSchema:schema12.properties.load.properties.strategy,data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.unique_key !== undefined){
if(!(validate38(data0.unique_key, {instancePath:instancePath+"/load/unique_key",parentData:data0,parentDataProperty:"unique_key",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data0.partition !== undefined){
let data17 = data0.partition;
if(typeof data17 !== "string"){
const err17 = {instancePath:instancePath+"/load/partition",schemaPath:"#/properties/load/properties/partition/type",keyword:"type",params:{type: "string"},schema:schema12.properties.load.properties.partition.type,parentSchema:schema12.properties.load.properties.partition,data:data17};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data0.lineage !== undefined){
let data18 = data0.lineage;
if(Array.isArray(data18)){
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if(!(((data19 === "file") || (data19 === "line")) || (data19 === "loaded_at"))){
const err18 = {instancePath:instancePath+"/load/lineage/" + i0,schemaPath:"#/properties/load/properties/lineage/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.load.properties.lineage.items.enum},schema:schema12.properties.load.properties.lineage.items.enum,parentSchema:schema12.properties.load.properties.lineage.items,data:data19};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/load/lineage",schemaPath:"#/properties/load/properties/lineage/type",keyword:"type",params:{type: "array"},schema:schema12.properties.load.properties.lineage.type,parentSchema:schema12.properties.load.properties.lineage,data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data0.once !== undefined){
let data20 = data0.once;
if(typeof data20 !== "boolean"){
const err20 = {instancePath:instancePath+"/load/once",schemaPath:"#/properties/load/properties/once/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.load.properties.once.type,parentSchema:schema12.properties.load.properties.once,data:data20};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/load",schemaPath:"#/properties/load/type",keyword:"type",params:{type: "object"},schema:schema12.properties.load.type,parentSchema:schema12.properties.load,data:data0};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.contract !== undefined){
let data21 = data.contract;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key4 in data21){
if(!((((((((key4 === "enforced") || (key4 === "alias_types")) || (key4 === "text")) || (key4 === "types")) || (key4 === "clean")) || (key4 === "dedupe")) || (key4 === "rules")) || (key4 === "limits"))){
const err22 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema12.properties.contract,data:data21};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data21.text !== undefined){
let data22 = data21.text;
if(!((data22 === "trim") || (data22 === "keep"))){
const err23 = {instancePath:instancePath+"/contract/text",schemaPath:"#/properties/contract/properties/text/enum",keyword:"enum",params:{allowedValues: schema12.properties.contract.properties.text.enum},schema:schema12.properties.contract.properties.text.enum,parentSchema:schema12.properties.contract.properties.text,data:data22};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data21.types !== undefined){
let data23 = data21.types;
if(!((data23 === "reject") || (data23 === "null"))){
const err24 = {instancePath:instancePath+"/contract/types",schemaPath:"#/properties/contract/properties/types/enum",keyword:"enum",params:{allowedValues: schema12.properties.contract.properties.types.enum},schema:schema12.properties.contract.properties.types.enum,parentSchema:schema12.properties.contract.properties.types,data:data23};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data21.clean !== undefined){
let data24 = data21.clean;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key5 in data24){
if(!(validate41(data24[key5], {instancePath:instancePath+"/contract/clean/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data24,parentDataProperty:key5,rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/contract/clean",schemaPath:"#/properties/contract/properties/clean/type",keyword:"type",params:{type: "object"},schema:schema12.properties.contract.properties.clean.type,parentSchema:schema12.properties.contract.properties.clean,data:data24};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data21.dedupe !== undefined){
let data26 = data21.dedupe;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key6 in data26){
if(!(((((key6 === "rows") || (key6 === "ignore")) || (key6 === "key")) || (key6 === "prefer")) || (key6 === "when"))){
const err26 = {instancePath:instancePath+"/contract/dedupe",schemaPath:"#/properties/contract/properties/dedupe/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema12.properties.contract.properties.dedupe,data:data26};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data26.rows !== undefined){
let data27 = data26.rows;
if(typeof data27 !== "boolean"){
const err27 = {instancePath:instancePath+"/contract/dedupe/rows",schemaPath:"#/properties/contract/properties/dedupe/properties/rows/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.contract.properties.dedupe.properties.rows.type,parentSchema:schema12.properties.contract.properties.dedupe.properties.rows,data:data27};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data26.ignore !== undefined){
if(!(validate38(data26.ignore, {instancePath:instancePath+"/contract/dedupe/ignore",parentData:data26,parentDataProperty:"ignore",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data26.key !== undefined){
if(!(validate38(data26.key, {instancePath:instancePath+"/contract/dedupe/key",parentData:data26,parentDataProperty:"key",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data26.prefer !== undefined){
if(!(validate38(data26.prefer, {instancePath:instancePath+"/contract/dedupe/prefer",parentData:data26,parentDataProperty:"prefer",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data26.when !== undefined){
let data31 = data26.when;
if(!((data31 === "before_rules") || (data31 === "after_rules"))){
const err28 = {instancePath:instancePath+"/contract/dedupe/when",schemaPath:"#/properties/contract/properties/dedupe/properties/when/enum",keyword:"enum",params:{allowedValues: schema12.properties.contract.properties.dedupe.properties.when.enum},schema:schema12.properties.contract.properties.dedupe.properties.when.enum,parentSchema:schema12.properties.contract.properties.dedupe.properties.when,data:data31};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/contract/dedupe",schemaPath:"#/properties/contract/properties/dedupe/type",keyword:"type",params:{type: "object"},schema:schema12.properties.contract.properties.dedupe.type,parentSchema:schema12.properties.contract.properties.dedupe,data:data26};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data21.rules !== undefined){
let data32 = data21.rules;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key7 in data32){
if(!(validate46(data32[key7], {instancePath:instancePath+"/contract/rules/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data32,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/contract/rules",schemaPath:"#/properties/contract/properties/rules/type",keyword:"type",params:{type: "object"},schema:schema12.properties.contract.properties.rules.type,parentSchema:schema12.properties.contract.properties.rules,data:data32};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data21.limits !== undefined){
let data34 = data21.limits;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key8 in data34){
if(!(((key8 === "error_if") || (key8 === "warn_if")) || (key8 === "per"))){
const err31 = {instancePath:instancePath+"/contract/limits",schemaPath:"#/properties/contract/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema12.properties.contract.properties.limits,data:data34};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data34.error_if !== undefined){
let data35 = data34.error_if;
if(typeof data35 !== "string"){
const err32 = {instancePath:instancePath+"/contract/limits/error_if",schemaPath:"#/properties/contract/properties/limits/properties/error_if/type",keyword:"type",params:{type: "string"},schema:schema12.properties.contract.properties.limits.properties.error_if.type,parentSchema:schema12.properties.contract.properties.limits.properties.error_if,data:data35};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data34.warn_if !== undefined){
let data36 = data34.warn_if;
if(typeof data36 !== "string"){
const err33 = {instancePath:instancePath+"/contract/limits/warn_if",schemaPath:"#/properties/contract/properties/limits/properties/warn_if/type",keyword:"type",params:{type: "string"},schema:schema12.properties.contract.properties.limits.properties.warn_if.type,parentSchema:schema12.properties.contract.properties.limits.properties.warn_if,data:data36};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data34.per !== undefined){
let data37 = data34.per;
if(!((data37 === "file") || (data37 === "load"))){
const err34 = {instancePath:instancePath+"/contract/limits/per",schemaPath:"#/properties/contract/properties/limits/properties/per/enum",keyword:"enum",params:{allowedValues: schema12.properties.contract.properties.limits.properties.per.enum},schema:schema12.properties.contract.properties.limits.properties.per.enum,parentSchema:schema12.properties.contract.properties.limits.properties.per,data:data37};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/contract/limits",schemaPath:"#/properties/contract/properties/limits/type",keyword:"type",params:{type: "object"},schema:schema12.properties.contract.properties.limits.type,parentSchema:schema12.properties.contract.properties.limits,data:data34};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: "object"},schema:schema12.properties.contract.type,parentSchema:schema12.properties.contract,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.quarantine !== undefined){
let data38 = data.quarantine;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key9 in data38){
if(!((((key9 === "table") || (key9 === "join")) || (key9 === "keep_raw")) || (key9 === "files"))){
const err37 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},schema:false,parentSchema:schema12.properties.quarantine,data:data38};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data38.table !== undefined){
let data39 = data38.table;
if(typeof data39 !== "boolean"){
const err38 = {instancePath:instancePath+"/quarantine/table",schemaPath:"#/properties/quarantine/properties/table/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.quarantine.properties.table.type,parentSchema:schema12.properties.quarantine.properties.table,data:data39};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data38.join !== undefined){
let data40 = data38.join;
if(typeof data40 !== "string"){
const err39 = {instancePath:instancePath+"/quarantine/join",schemaPath:"#/properties/quarantine/properties/join/type",keyword:"type",params:{type: "string"},schema:schema12.properties.quarantine.properties.join.type,parentSchema:schema12.properties.quarantine.properties.join,data:data40};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data38.keep_raw !== undefined){
let data41 = data38.keep_raw;
if(!((data41 === "vault") || (data41 === false))){
const err40 = {instancePath:instancePath+"/quarantine/keep_raw",schemaPath:"#/properties/quarantine/properties/keep_raw/enum",keyword:"enum",params:{allowedValues: schema12.properties.quarantine.properties.keep_raw.enum},schema:schema12.properties.quarantine.properties.keep_raw.enum,parentSchema:schema12.properties.quarantine.properties.keep_raw,data:data41};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data38.files !== undefined){
let data42 = data38.files;
if(Array.isArray(data42)){
const len1 = data42.length;
for(let i1=0; i1<len1; i1++){
let data43 = data42[i1];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.path === undefined){
const err41 = {instancePath:instancePath+"/quarantine/files/" + i1,schemaPath:"#/properties/quarantine/properties/files/items/required",keyword:"required",params:{missingProperty: "path"},schema:schema12.properties.quarantine.properties.files.items.required,parentSchema:schema12.properties.quarantine.properties.files.items,data:data43};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key10 in data43){
if(!((((key10 === "path") || (key10 === "format")) || (key10 === "options")) || (key10 === "columns"))){
const err42 = {instancePath:instancePath+"/quarantine/files/" + i1,schemaPath:"#/properties/quarantine/properties/files/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},schema:false,parentSchema:schema12.properties.quarantine.properties.files.items,data:data43};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data43.path !== undefined){
let data44 = data43.path;
if(typeof data44 !== "string"){
const err43 = {instancePath:instancePath+"/quarantine/files/" + i1+"/path",schemaPath:"#/properties/quarantine/properties/files/items/properties/path/type",keyword:"type",params:{type: "string"},schema:schema12.properties.quarantine.properties.files.items.properties.path.type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.path,data:data44};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data43.format !== undefined){
let data45 = data43.format;
if(!((((data45 === "csv") || (data45 === "parquet")) || (data45 === "json")) || (data45 === "jsonl"))){
const err44 = {instancePath:instancePath+"/quarantine/files/" + i1+"/format",schemaPath:"#/properties/quarantine/properties/files/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema12.properties.quarantine.properties.files.items.properties.format.enum},schema:schema12.properties.quarantine.properties.files.items.properties.format.enum,parentSchema:schema12.properties.quarantine.properties.files.items.properties.format,data:data45};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data43.options !== undefined){
let data46 = data43.options;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key11 in data46){
if(!((key11 === "delimiter") || (key11 === "header"))){
const err45 = {instancePath:instancePath+"/quarantine/files/" + i1+"/options",schemaPath:"#/properties/quarantine/properties/files/items/properties/options/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},schema:false,parentSchema:schema12.properties.quarantine.properties.files.items.properties.options,data:data46};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data46.delimiter !== undefined){
let data47 = data46.delimiter;
if(typeof data47 !== "string"){
const err46 = {instancePath:instancePath+"/quarantine/files/" + i1+"/options/delimiter",schemaPath:"#/properties/quarantine/properties/files/items/properties/options/properties/delimiter/type",keyword:"type",params:{type: "string"},schema:schema12.properties.quarantine.properties.files.items.properties.options.properties.delimiter.type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.options.properties.delimiter,data:data47};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data46.header !== undefined){
let data48 = data46.header;
if(typeof data48 !== "boolean"){
const err47 = {instancePath:instancePath+"/quarantine/files/" + i1+"/options/header",schemaPath:"#/properties/quarantine/properties/files/items/properties/options/properties/header/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.quarantine.properties.files.items.properties.options.properties.header.type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.options.properties.header,data:data48};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/quarantine/files/" + i1+"/options",schemaPath:"#/properties/quarantine/properties/files/items/properties/options/type",keyword:"type",params:{type: "object"},schema:schema12.properties.quarantine.properties.files.items.properties.options.type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.options,data:data46};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data43.columns !== undefined){
let data49 = data43.columns;
const _errs103 = errors;
let valid17 = false;
const _errs104 = errors;
if(Array.isArray(data49)){
const len2 = data49.length;
for(let i2=0; i2<len2; i2++){
let data50 = data49[i2];
if(typeof data50 !== "string"){
const err49 = {instancePath:instancePath+"/quarantine/files/" + i1+"/columns/" + i2,schemaPath:"#/properties/quarantine/properties/files/items/properties/columns/anyOf/0/items/type",keyword:"type",params:{type: "string"},schema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[0].items.type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[0].items,data:data50};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/quarantine/files/" + i1+"/columns",schemaPath:"#/properties/quarantine/properties/files/items/properties/columns/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[0].type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[0],data:data49};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
var _valid0 = _errs104 === errors;
valid17 = valid17 || _valid0;
if(!valid17){
const _errs108 = errors;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key12 in data49){
let data51 = data49[key12];
if(typeof data51 !== "string"){
const err51 = {instancePath:instancePath+"/quarantine/files/" + i1+"/columns/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/quarantine/properties/files/items/properties/columns/anyOf/1/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[1].additionalProperties.type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[1].additionalProperties,data:data51};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/quarantine/files/" + i1+"/columns",schemaPath:"#/properties/quarantine/properties/files/items/properties/columns/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[1].type,parentSchema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf[1],data:data49};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var _valid0 = _errs108 === errors;
valid17 = valid17 || _valid0;
}
if(!valid17){
const err53 = {instancePath:instancePath+"/quarantine/files/" + i1+"/columns",schemaPath:"#/properties/quarantine/properties/files/items/properties/columns/anyOf",keyword:"anyOf",params:{},schema:schema12.properties.quarantine.properties.files.items.properties.columns.anyOf,parentSchema:schema12.properties.quarantine.properties.files.items.properties.columns,data:data49};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
errors = _errs103;
if(vErrors !== null){
if(_errs103){
vErrors.length = _errs103;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/quarantine/files/" + i1,schemaPath:"#/properties/quarantine/properties/files/items/type",keyword:"type",params:{type: "object"},schema:schema12.properties.quarantine.properties.files.items.type,parentSchema:schema12.properties.quarantine.properties.files.items,data:data43};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/quarantine/files",schemaPath:"#/properties/quarantine/properties/files/type",keyword:"type",params:{type: "array"},schema:schema12.properties.quarantine.properties.files.type,parentSchema:schema12.properties.quarantine.properties.files,data:data42};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/quarantine",schemaPath:"#/properties/quarantine/type",keyword:"type",params:{type: "object"},schema:schema12.properties.quarantine.type,parentSchema:schema12.properties.quarantine,data:data38};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

export const packages = validate50;
const schema16 = {"$id":"packages","title":"the list of packages","type":"object","additionalProperties":false,"properties":{"packages":{"type":["array","null"],"items":{"type":"object","title":"a package","additionalProperties":false,"properties":{"name":{"type":["string","null"]},"package":{"type":"string"},"version":{"anyOf":[{"type":["string","number"]},{"type":"array","items":{"type":["string","number"]}}]},"install-prerelease":{"type":["boolean","null"]},"local":{"type":"string"},"git":{"type":"string"},"revision":{"type":["string","number","null"]},"warn-unpinned":{"type":["boolean","null"]},"subdirectory":{"type":["string","null"]},"tarball":{"type":"string"},"private":{"type":"string"},"provider":{"type":["string","null"]},"unrendered":{"type":["object","null"]},"install_prerelease":{"type":["boolean","null"]},"warn_unpinned":{"type":["boolean","null"]}}}},"projects":{"type":["array","null"],"items":{"type":"object"}},"sha1_hash":{"type":["string","null"]}}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="packages" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "packages") || (key0 === "projects")) || (key0 === "sha1_hash"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.packages !== undefined){
let data0 = data.packages;
if((!(Array.isArray(data0))) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: schema16.properties.packages.type},schema:schema16.properties.packages.type,parentSchema:schema16.properties.packages,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(func2.call(schema16.properties.packages.items.properties, key1))){
const err2 = {instancePath:instancePath+"/packages/" + i0,schemaPath:"#/properties/packages/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema16.properties.packages.items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.name !== undefined){
let data2 = data1.name;
if((typeof data2 !== "string") && (data2 !== null)){
const err3 = {instancePath:instancePath+"/packages/" + i0+"/name",schemaPath:"#/properties/packages/items/properties/name/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.name.type},schema:schema16.properties.packages.items.properties.name.type,parentSchema:schema16.properties.packages.items.properties.name,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.package !== undefined){
let data3 = data1.package;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/packages/" + i0+"/package",schemaPath:"#/properties/packages/items/properties/package/type",keyword:"type",params:{type: "string"},schema:schema16.properties.packages.items.properties.package.type,parentSchema:schema16.properties.packages.items.properties.package,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.version !== undefined){
let data4 = data1.version;
const _errs12 = errors;
let valid4 = false;
const _errs13 = errors;
if((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))){
const err5 = {instancePath:instancePath+"/packages/" + i0+"/version",schemaPath:"#/properties/packages/items/properties/version/anyOf/0/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.version.anyOf[0].type},schema:schema16.properties.packages.items.properties.version.anyOf[0].type,parentSchema:schema16.properties.packages.items.properties.version.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs15 = errors;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))){
const err6 = {instancePath:instancePath+"/packages/" + i0+"/version/" + i1,schemaPath:"#/properties/packages/items/properties/version/anyOf/1/items/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.version.anyOf[1].items.type},schema:schema16.properties.packages.items.properties.version.anyOf[1].items.type,parentSchema:schema16.properties.packages.items.properties.version.anyOf[1].items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/packages/" + i0+"/version",schemaPath:"#/properties/packages/items/properties/version/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema16.properties.packages.items.properties.version.anyOf[1].type,parentSchema:schema16.properties.packages.items.properties.version.anyOf[1],data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs15 === errors;
valid4 = valid4 || _valid0;
}
if(!valid4){
const err8 = {instancePath:instancePath+"/packages/" + i0+"/version",schemaPath:"#/properties/packages/items/properties/version/anyOf",keyword:"anyOf",params:{},schema:schema16.properties.packages.items.properties.version.anyOf,parentSchema:schema16.properties.packages.items.properties.version,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
}
if(data1["install-prerelease"] !== undefined){
let data6 = data1["install-prerelease"];
if((typeof data6 !== "boolean") && (data6 !== null)){
const err9 = {instancePath:instancePath+"/packages/" + i0+"/install-prerelease",schemaPath:"#/properties/packages/items/properties/install-prerelease/type",keyword:"type",params:{type: schema16.properties.packages.items.properties["install-prerelease"].type},schema:schema16.properties.packages.items.properties["install-prerelease"].type,parentSchema:schema16.properties.packages.items.properties["install-prerelease"],data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.local !== undefined){
let data7 = data1.local;
if(typeof data7 !== "string"){
const err10 = {instancePath:instancePath+"/packages/" + i0+"/local",schemaPath:"#/properties/packages/items/properties/local/type",keyword:"type",params:{type: "string"},schema:schema16.properties.packages.items.properties.local.type,parentSchema:schema16.properties.packages.items.properties.local,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.git !== undefined){
let data8 = data1.git;
if(typeof data8 !== "string"){
const err11 = {instancePath:instancePath+"/packages/" + i0+"/git",schemaPath:"#/properties/packages/items/properties/git/type",keyword:"type",params:{type: "string"},schema:schema16.properties.packages.items.properties.git.type,parentSchema:schema16.properties.packages.items.properties.git,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data1.revision !== undefined){
let data9 = data1.revision;
if(((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))) && (data9 !== null)){
const err12 = {instancePath:instancePath+"/packages/" + i0+"/revision",schemaPath:"#/properties/packages/items/properties/revision/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.revision.type},schema:schema16.properties.packages.items.properties.revision.type,parentSchema:schema16.properties.packages.items.properties.revision,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data1["warn-unpinned"] !== undefined){
let data10 = data1["warn-unpinned"];
if((typeof data10 !== "boolean") && (data10 !== null)){
const err13 = {instancePath:instancePath+"/packages/" + i0+"/warn-unpinned",schemaPath:"#/properties/packages/items/properties/warn-unpinned/type",keyword:"type",params:{type: schema16.properties.packages.items.properties["warn-unpinned"].type},schema:schema16.properties.packages.items.properties["warn-unpinned"].type,parentSchema:schema16.properties.packages.items.properties["warn-unpinned"],data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data1.subdirectory !== undefined){
let data11 = data1.subdirectory;
if((typeof data11 !== "string") && (data11 !== null)){
const err14 = {instancePath:instancePath+"/packages/" + i0+"/subdirectory",schemaPath:"#/properties/packages/items/properties/subdirectory/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.subdirectory.type},schema:schema16.properties.packages.items.properties.subdirectory.type,parentSchema:schema16.properties.packages.items.properties.subdirectory,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.tarball !== undefined){
let data12 = data1.tarball;
if(typeof data12 !== "string"){
const err15 = {instancePath:instancePath+"/packages/" + i0+"/tarball",schemaPath:"#/properties/packages/items/properties/tarball/type",keyword:"type",params:{type: "string"},schema:schema16.properties.packages.items.properties.tarball.type,parentSchema:schema16.properties.packages.items.properties.tarball,data:data12};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data1.private !== undefined){
let data13 = data1.private;
if(typeof data13 !== "string"){
const err16 = {instancePath:instancePath+"/packages/" + i0+"/private",schemaPath:"#/properties/packages/items/properties/private/type",keyword:"type",params:{type: "string"},schema:schema16.properties.packages.items.properties.private.type,parentSchema:schema16.properties.packages.items.properties.private,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data1.provider !== undefined){
let data14 = data1.provider;
if((typeof data14 !== "string") && (data14 !== null)){
const err17 = {instancePath:instancePath+"/packages/" + i0+"/provider",schemaPath:"#/properties/packages/items/properties/provider/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.provider.type},schema:schema16.properties.packages.items.properties.provider.type,parentSchema:schema16.properties.packages.items.properties.provider,data:data14};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.unrendered !== undefined){
let data15 = data1.unrendered;
if((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (data15 !== null)){
const err18 = {instancePath:instancePath+"/packages/" + i0+"/unrendered",schemaPath:"#/properties/packages/items/properties/unrendered/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.unrendered.type},schema:schema16.properties.packages.items.properties.unrendered.type,parentSchema:schema16.properties.packages.items.properties.unrendered,data:data15};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data1.install_prerelease !== undefined){
let data16 = data1.install_prerelease;
if((typeof data16 !== "boolean") && (data16 !== null)){
const err19 = {instancePath:instancePath+"/packages/" + i0+"/install_prerelease",schemaPath:"#/properties/packages/items/properties/install_prerelease/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.install_prerelease.type},schema:schema16.properties.packages.items.properties.install_prerelease.type,parentSchema:schema16.properties.packages.items.properties.install_prerelease,data:data16};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.warn_unpinned !== undefined){
let data17 = data1.warn_unpinned;
if((typeof data17 !== "boolean") && (data17 !== null)){
const err20 = {instancePath:instancePath+"/packages/" + i0+"/warn_unpinned",schemaPath:"#/properties/packages/items/properties/warn_unpinned/type",keyword:"type",params:{type: schema16.properties.packages.items.properties.warn_unpinned.type},schema:schema16.properties.packages.items.properties.warn_unpinned.type,parentSchema:schema16.properties.packages.items.properties.warn_unpinned,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/packages/" + i0,schemaPath:"#/properties/packages/items/type",keyword:"type",params:{type: "object"},schema:schema16.properties.packages.items.type,parentSchema:schema16.properties.packages.items,data:data1};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.projects !== undefined){
let data18 = data.projects;
if((!(Array.isArray(data18))) && (data18 !== null)){
const err22 = {instancePath:instancePath+"/projects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type: schema16.properties.projects.type},schema:schema16.properties.projects.type,parentSchema:schema16.properties.projects,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(Array.isArray(data18)){
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
const err23 = {instancePath:instancePath+"/projects/" + i2,schemaPath:"#/properties/projects/items/type",keyword:"type",params:{type: "object"},schema:schema16.properties.projects.items.type,parentSchema:schema16.properties.projects.items,data:data19};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
if(data.sha1_hash !== undefined){
let data20 = data.sha1_hash;
if((typeof data20 !== "string") && (data20 !== null)){
const err24 = {instancePath:instancePath+"/sha1_hash",schemaPath:"#/properties/sha1_hash/type",keyword:"type",params:{type: schema16.properties.sha1_hash.type},schema:schema16.properties.sha1_hash.type,parentSchema:schema16.properties.sha1_hash,data:data20};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}

export const project = validate51;
const schema17 = {"$id":"project","title":"the project","type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"version":{"type":["string","number","null"]},"config-version":{"type":["integer","null"]},"project-root":{"type":["string","null"]},"profile":{"type":["string","null"]},"require-dbt-version":{"$ref":"#/$defs/texts"},"model-paths":{"$ref":"#/$defs/paths"},"source-paths":{"$ref":"#/$defs/paths"},"seed-paths":{"$ref":"#/$defs/paths"},"data-paths":{"$ref":"#/$defs/paths"},"test-paths":{"$ref":"#/$defs/paths"},"analysis-paths":{"$ref":"#/$defs/paths"},"macro-paths":{"$ref":"#/$defs/paths"},"snapshot-paths":{"$ref":"#/$defs/paths"},"docs-paths":{"$ref":"#/$defs/paths"},"asset-paths":{"$ref":"#/$defs/paths"},"function-paths":{"$ref":"#/$defs/paths"},"osi-paths":{"$ref":"#/$defs/paths"},"target-path":{"type":["string","null"]},"log-path":{"type":["string","null"]},"packages-install-path":{"type":["string","null"]},"clean-targets":{"$ref":"#/$defs/paths"},"quoting":{"type":["object","null"],"additionalProperties":false,"title":"\"quoting\"","properties":{"database":{"type":["boolean","null"]},"schema":{"type":["boolean","null"]},"identifier":{"type":["boolean","null"]},"project":{"type":["boolean","null"]},"snowflake_ignore_case":{"type":["boolean","null"]}}},"on-run-start":{"$ref":"#/$defs/texts"},"on-run-end":{"$ref":"#/$defs/texts"},"dispatch":{"type":["array","null"],"items":{"type":"object","title":"an entry of \"dispatch\"","required":["macro_namespace","search_order"],"additionalProperties":false,"properties":{"macro_namespace":{"type":"string"},"search_order":{"type":"array","items":{"type":"string"}}}}},"models":{"$ref":"#/$defs/tree"},"seeds":{"$ref":"#/$defs/tree"},"snapshots":{"$ref":"#/$defs/tree"},"analyses":{"$ref":"#/$defs/tree"},"sources":{"$ref":"#/$defs/tree"},"tests":{"$ref":"#/$defs/tree"},"data_tests":{"$ref":"#/$defs/tree"},"unit_tests":{"$ref":"#/$defs/tree"},"metrics":{"type":["object","null"]},"semantic-models":{"type":["object","null"]},"saved-queries":{"type":["object","null"]},"exposures":{"$ref":"#/$defs/tree"},"functions":{"$ref":"#/$defs/tree"},"vars":{"type":["object","null"]},"packages":{"type":["array","null"]},"query-comment":{"anyOf":[{"type":["string","null","boolean"]},{"type":"object","title":"\"query-comment\"","additionalProperties":false,"properties":{"comment":{"type":["string","null"]},"append":{"type":["boolean","null"]},"job-label":{"type":["boolean","null"]}}}]},"restrict-access":{"type":["boolean","null"]},"dbt-cloud":{"type":["object","null"]},"flags":{"type":["object","null"]},"target":{"type":["string","null"]},"outputs":{"type":["object","null"],"additionalProperties":{"type":"object"}},"report-paths":{"$ref":"#/$defs/paths"},"anchors":{}},"$defs":{"paths":{"type":["array","null"],"items":{"type":"string"}},"texts":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]},"tree":{"type":["object","null"],"properties":{"+enabled":{"type":["boolean","null"]},"+tags":{"$ref":"#/$defs/tags"},"+meta":{"type":["object","null"]},"+materialized":{"type":["string","number","boolean","null"]},"+alias":{"type":["string","number","boolean","null"]},"+schema":{"type":["string","number","boolean","null"]},"+database":{"type":["string","number","boolean","null"]},"+group":{"type":["string","number","boolean","null"]},"+docs":{"type":["object","null"]},"+grants":{"type":["object","null"]},"+quoting":{"type":["object","null"]},"+column_types":{"type":["object","null"]},"+persist_docs":{"type":["object","null"]},"+contract":{"type":["object","null"]},"+full_refresh":{"type":["boolean","null"]},"+quote_columns":{"type":["boolean","null"]},"+store_failures":{"type":["boolean","null"]},"+where":{"type":["string","number","boolean","null"]},"+limit":{"type":["integer","null"]},"+unique_key":{"$ref":"#/$defs/tags"},"+access":{"enum":["private","protected","public",null]},"+on_schema_change":{"type":["string","number","boolean","null"]},"+on_configuration_change":{"enum":["apply","continue","fail",null]},"+severity":{"type":["string","null"],"pattern":"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},"+store_failures_as":{"enum":["ephemeral","table","view",null]},"+warn_if":{"type":["string","number","boolean","null"]},"+error_if":{"type":["string","number","boolean","null"]},"+fail_calc":{"type":["string","number","boolean","null"]},"+on_error":{"enum":["skip_children","continue",null]}},"additionalProperties":{"if":{"type":"object"},"then":{"$ref":"#/$defs/tree"}}},"tags":{"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"type":["string","number","boolean"]}}]}}};
const schema18 = {"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]};

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((typeof data !== "string") && (data !== null)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: schema18.anyOf[0].type},schema:schema18.anyOf[0].type,parentSchema:schema18.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema18.anyOf[1].items.type,parentSchema:schema18.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema18.anyOf[1].type,parentSchema:schema18.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema18.anyOf,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate52.errors = vErrors;
return errors === 0;
}

const schema19 = {"type":["array","null"],"items":{"type":"string"}};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema19.type},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},schema:schema19.items.type,parentSchema:schema19.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
validate54.errors = vErrors;
return errors === 0;
}

const schema20 = {"type":["object","null"],"properties":{"+enabled":{"type":["boolean","null"]},"+tags":{"$ref":"#/$defs/tags"},"+meta":{"type":["object","null"]},"+materialized":{"type":["string","number","boolean","null"]},"+alias":{"type":["string","number","boolean","null"]},"+schema":{"type":["string","number","boolean","null"]},"+database":{"type":["string","number","boolean","null"]},"+group":{"type":["string","number","boolean","null"]},"+docs":{"type":["object","null"]},"+grants":{"type":["object","null"]},"+quoting":{"type":["object","null"]},"+column_types":{"type":["object","null"]},"+persist_docs":{"type":["object","null"]},"+contract":{"type":["object","null"]},"+full_refresh":{"type":["boolean","null"]},"+quote_columns":{"type":["boolean","null"]},"+store_failures":{"type":["boolean","null"]},"+where":{"type":["string","number","boolean","null"]},"+limit":{"type":["integer","null"]},"+unique_key":{"$ref":"#/$defs/tags"},"+access":{"enum":["private","protected","public",null]},"+on_schema_change":{"type":["string","number","boolean","null"]},"+on_configuration_change":{"enum":["apply","continue","fail",null]},"+severity":{"type":["string","null"],"pattern":"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},"+store_failures_as":{"enum":["ephemeral","table","view",null]},"+warn_if":{"type":["string","number","boolean","null"]},"+error_if":{"type":["string","number","boolean","null"]},"+fail_calc":{"type":["string","number","boolean","null"]},"+on_error":{"enum":["skip_children","continue",null]}},"additionalProperties":{"if":{"type":"object"},"then":{"$ref":"#/$defs/tree"}}};
const wrapper0 = {validate: validate70};
const schema21 = {"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"type":["string","number","boolean"]}}]};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: schema21.anyOf[0].type},schema:schema21.anyOf[0].type,parentSchema:schema21.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: schema21.anyOf[1].items.type},schema:schema21.anyOf[1].items.type,parentSchema:schema21.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema21.anyOf[1].type,parentSchema:schema21.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema21.anyOf,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate71.errors = vErrors;
return errors === 0;
}


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema20.type},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema20.properties, key0))){
let data0 = data[key0];
const _errs3 = errors;
let valid1 = true;
const _errs4 = errors;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs6 = errors;
if(!(wrapper0.validate(data0, {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/if",keyword:"if",params:{failingKeyword: "then"},schema:schema20.additionalProperties.if,parentSchema:schema20.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data["+enabled"] !== undefined){
let data1 = data["+enabled"];
if((typeof data1 !== "boolean") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/+enabled",schemaPath:"#/properties/%2Benabled/type",keyword:"type",params:{type: schema20.properties["+enabled"].type},schema:schema20.properties["+enabled"].type,parentSchema:schema20.properties["+enabled"],data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["+tags"] !== undefined){
if(!(validate71(data["+tags"], {instancePath:instancePath+"/+tags",parentData:data,parentDataProperty:"+tags",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data["+meta"] !== undefined){
let data3 = data["+meta"];
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/+meta",schemaPath:"#/properties/%2Bmeta/type",keyword:"type",params:{type: schema20.properties["+meta"].type},schema:schema20.properties["+meta"].type,parentSchema:schema20.properties["+meta"],data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["+materialized"] !== undefined){
let data4 = data["+materialized"];
if((((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err5 = {instancePath:instancePath+"/+materialized",schemaPath:"#/properties/%2Bmaterialized/type",keyword:"type",params:{type: schema20.properties["+materialized"].type},schema:schema20.properties["+materialized"].type,parentSchema:schema20.properties["+materialized"],data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["+alias"] !== undefined){
let data5 = data["+alias"];
if((((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err6 = {instancePath:instancePath+"/+alias",schemaPath:"#/properties/%2Balias/type",keyword:"type",params:{type: schema20.properties["+alias"].type},schema:schema20.properties["+alias"].type,parentSchema:schema20.properties["+alias"],data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["+schema"] !== undefined){
let data6 = data["+schema"];
if((((typeof data6 !== "string") && (!((typeof data6 == "number") && (isFinite(data6))))) && (typeof data6 !== "boolean")) && (data6 !== null)){
const err7 = {instancePath:instancePath+"/+schema",schemaPath:"#/properties/%2Bschema/type",keyword:"type",params:{type: schema20.properties["+schema"].type},schema:schema20.properties["+schema"].type,parentSchema:schema20.properties["+schema"],data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["+database"] !== undefined){
let data7 = data["+database"];
if((((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err8 = {instancePath:instancePath+"/+database",schemaPath:"#/properties/%2Bdatabase/type",keyword:"type",params:{type: schema20.properties["+database"].type},schema:schema20.properties["+database"].type,parentSchema:schema20.properties["+database"],data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["+group"] !== undefined){
let data8 = data["+group"];
if((((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))) && (typeof data8 !== "boolean")) && (data8 !== null)){
const err9 = {instancePath:instancePath+"/+group",schemaPath:"#/properties/%2Bgroup/type",keyword:"type",params:{type: schema20.properties["+group"].type},schema:schema20.properties["+group"].type,parentSchema:schema20.properties["+group"],data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["+docs"] !== undefined){
let data9 = data["+docs"];
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err10 = {instancePath:instancePath+"/+docs",schemaPath:"#/properties/%2Bdocs/type",keyword:"type",params:{type: schema20.properties["+docs"].type},schema:schema20.properties["+docs"].type,parentSchema:schema20.properties["+docs"],data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["+grants"] !== undefined){
let data10 = data["+grants"];
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
const err11 = {instancePath:instancePath+"/+grants",schemaPath:"#/properties/%2Bgrants/type",keyword:"type",params:{type: schema20.properties["+grants"].type},schema:schema20.properties["+grants"].type,parentSchema:schema20.properties["+grants"],data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["+quoting"] !== undefined){
let data11 = data["+quoting"];
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err12 = {instancePath:instancePath+"/+quoting",schemaPath:"#/properties/%2Bquoting/type",keyword:"type",params:{type: schema20.properties["+quoting"].type},schema:schema20.properties["+quoting"].type,parentSchema:schema20.properties["+quoting"],data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["+column_types"] !== undefined){
let data12 = data["+column_types"];
if((!(data12 && typeof data12 == "object" && !Array.isArray(data12))) && (data12 !== null)){
const err13 = {instancePath:instancePath+"/+column_types",schemaPath:"#/properties/%2Bcolumn_types/type",keyword:"type",params:{type: schema20.properties["+column_types"].type},schema:schema20.properties["+column_types"].type,parentSchema:schema20.properties["+column_types"],data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data["+persist_docs"] !== undefined){
let data13 = data["+persist_docs"];
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
const err14 = {instancePath:instancePath+"/+persist_docs",schemaPath:"#/properties/%2Bpersist_docs/type",keyword:"type",params:{type: schema20.properties["+persist_docs"].type},schema:schema20.properties["+persist_docs"].type,parentSchema:schema20.properties["+persist_docs"],data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["+contract"] !== undefined){
let data14 = data["+contract"];
if((!(data14 && typeof data14 == "object" && !Array.isArray(data14))) && (data14 !== null)){
const err15 = {instancePath:instancePath+"/+contract",schemaPath:"#/properties/%2Bcontract/type",keyword:"type",params:{type: schema20.properties["+contract"].type},schema:schema20.properties["+contract"].type,parentSchema:schema20.properties["+contract"],data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["+full_refresh"] !== undefined){
let data15 = data["+full_refresh"];
if((typeof data15 !== "boolean") && (data15 !== null)){
const err16 = {instancePath:instancePath+"/+full_refresh",schemaPath:"#/properties/%2Bfull_refresh/type",keyword:"type",params:{type: schema20.properties["+full_refresh"].type},schema:schema20.properties["+full_refresh"].type,parentSchema:schema20.properties["+full_refresh"],data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["+quote_columns"] !== undefined){
let data16 = data["+quote_columns"];
if((typeof data16 !== "boolean") && (data16 !== null)){
const err17 = {instancePath:instancePath+"/+quote_columns",schemaPath:"#/properties/%2Bquote_columns/type",keyword:"type",params:{type: schema20.properties["+quote_columns"].type},schema:schema20.properties["+quote_columns"].type,parentSchema:schema20.properties["+quote_columns"],data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data["+store_failures"] !== undefined){
let data17 = data["+store_failures"];
if((typeof data17 !== "boolean") && (data17 !== null)){
const err18 = {instancePath:instancePath+"/+store_failures",schemaPath:"#/properties/%2Bstore_failures/type",keyword:"type",params:{type: schema20.properties["+store_failures"].type},schema:schema20.properties["+store_failures"].type,parentSchema:schema20.properties["+store_failures"],data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data["+where"] !== undefined){
let data18 = data["+where"];
if((((typeof data18 !== "string") && (!((typeof data18 == "number") && (isFinite(data18))))) && (typeof data18 !== "boolean")) && (data18 !== null)){
const err19 = {instancePath:instancePath+"/+where",schemaPath:"#/properties/%2Bwhere/type",keyword:"type",params:{type: schema20.properties["+where"].type},schema:schema20.properties["+where"].type,parentSchema:schema20.properties["+where"],data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data["+limit"] !== undefined){
let data19 = data["+limit"];
if((!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))) && (data19 !== null)){
const err20 = {instancePath:instancePath+"/+limit",schemaPath:"#/properties/%2Blimit/type",keyword:"type",params:{type: schema20.properties["+limit"].type},schema:schema20.properties["+limit"].type,parentSchema:schema20.properties["+limit"],data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data["+unique_key"] !== undefined){
if(!(validate71(data["+unique_key"], {instancePath:instancePath+"/+unique_key",parentData:data,parentDataProperty:"+unique_key",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data["+access"] !== undefined){
let data21 = data["+access"];
if(!((((data21 === "private") || (data21 === "protected")) || (data21 === "public")) || (data21 === null))){
const err21 = {instancePath:instancePath+"/+access",schemaPath:"#/properties/%2Baccess/enum",keyword:"enum",params:{allowedValues: schema20.properties["+access"].enum},schema:schema20.properties["+access"].enum,parentSchema:schema20.properties["+access"],data:data21};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data["+on_schema_change"] !== undefined){
let data22 = data["+on_schema_change"];
if((((typeof data22 !== "string") && (!((typeof data22 == "number") && (isFinite(data22))))) && (typeof data22 !== "boolean")) && (data22 !== null)){
const err22 = {instancePath:instancePath+"/+on_schema_change",schemaPath:"#/properties/%2Bon_schema_change/type",keyword:"type",params:{type: schema20.properties["+on_schema_change"].type},schema:schema20.properties["+on_schema_change"].type,parentSchema:schema20.properties["+on_schema_change"],data:data22};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data["+on_configuration_change"] !== undefined){
let data23 = data["+on_configuration_change"];
if(!((((data23 === "apply") || (data23 === "continue")) || (data23 === "fail")) || (data23 === null))){
const err23 = {instancePath:instancePath+"/+on_configuration_change",schemaPath:"#/properties/%2Bon_configuration_change/enum",keyword:"enum",params:{allowedValues: schema20.properties["+on_configuration_change"].enum},schema:schema20.properties["+on_configuration_change"].enum,parentSchema:schema20.properties["+on_configuration_change"],data:data23};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data["+severity"] !== undefined){
let data24 = data["+severity"];
if((typeof data24 !== "string") && (data24 !== null)){
const err24 = {instancePath:instancePath+"/+severity",schemaPath:"#/properties/%2Bseverity/type",keyword:"type",params:{type: schema20.properties["+severity"].type},schema:schema20.properties["+severity"].type,parentSchema:schema20.properties["+severity"],data:data24};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data24 === "string"){
if(!pattern0.test(data24)){
const err25 = {instancePath:instancePath+"/+severity",schemaPath:"#/properties/%2Bseverity/pattern",keyword:"pattern",params:{pattern: "^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},schema:"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$",parentSchema:schema20.properties["+severity"],data:data24};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data["+store_failures_as"] !== undefined){
let data25 = data["+store_failures_as"];
if(!((((data25 === "ephemeral") || (data25 === "table")) || (data25 === "view")) || (data25 === null))){
const err26 = {instancePath:instancePath+"/+store_failures_as",schemaPath:"#/properties/%2Bstore_failures_as/enum",keyword:"enum",params:{allowedValues: schema20.properties["+store_failures_as"].enum},schema:schema20.properties["+store_failures_as"].enum,parentSchema:schema20.properties["+store_failures_as"],data:data25};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data["+warn_if"] !== undefined){
let data26 = data["+warn_if"];
if((((typeof data26 !== "string") && (!((typeof data26 == "number") && (isFinite(data26))))) && (typeof data26 !== "boolean")) && (data26 !== null)){
const err27 = {instancePath:instancePath+"/+warn_if",schemaPath:"#/properties/%2Bwarn_if/type",keyword:"type",params:{type: schema20.properties["+warn_if"].type},schema:schema20.properties["+warn_if"].type,parentSchema:schema20.properties["+warn_if"],data:data26};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data["+error_if"] !== undefined){
let data27 = data["+error_if"];
if((((typeof data27 !== "string") && (!((typeof data27 == "number") && (isFinite(data27))))) && (typeof data27 !== "boolean")) && (data27 !== null)){
const err28 = {instancePath:instancePath+"/+error_if",schemaPath:"#/properties/%2Berror_if/type",keyword:"type",params:{type: schema20.properties["+error_if"].type},schema:schema20.properties["+error_if"].type,parentSchema:schema20.properties["+error_if"],data:data27};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data["+fail_calc"] !== undefined){
let data28 = data["+fail_calc"];
if((((typeof data28 !== "string") && (!((typeof data28 == "number") && (isFinite(data28))))) && (typeof data28 !== "boolean")) && (data28 !== null)){
const err29 = {instancePath:instancePath+"/+fail_calc",schemaPath:"#/properties/%2Bfail_calc/type",keyword:"type",params:{type: schema20.properties["+fail_calc"].type},schema:schema20.properties["+fail_calc"].type,parentSchema:schema20.properties["+fail_calc"],data:data28};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data["+on_error"] !== undefined){
let data29 = data["+on_error"];
if(!(((data29 === "skip_children") || (data29 === "continue")) || (data29 === null))){
const err30 = {instancePath:instancePath+"/+on_error",schemaPath:"#/properties/%2Bon_error/enum",keyword:"enum",params:{allowedValues: schema20.properties["+on_error"].enum},schema:schema20.properties["+on_error"].enum,parentSchema:schema20.properties["+on_error"],data:data29};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
validate70.errors = vErrors;
return errors === 0;
}


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="project" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema17.required,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema17.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema17.properties.name.type,parentSchema:schema17.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (data1 !== null)){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema17.properties.version.type},schema:schema17.properties.version.type,parentSchema:schema17.properties.version,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["config-version"] !== undefined){
let data2 = data["config-version"];
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err4 = {instancePath:instancePath+"/config-version",schemaPath:"#/properties/config-version/type",keyword:"type",params:{type: schema17.properties["config-version"].type},schema:schema17.properties["config-version"].type,parentSchema:schema17.properties["config-version"],data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["project-root"] !== undefined){
let data3 = data["project-root"];
if((typeof data3 !== "string") && (data3 !== null)){
const err5 = {instancePath:instancePath+"/project-root",schemaPath:"#/properties/project-root/type",keyword:"type",params:{type: schema17.properties["project-root"].type},schema:schema17.properties["project-root"].type,parentSchema:schema17.properties["project-root"],data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.profile !== undefined){
let data4 = data.profile;
if((typeof data4 !== "string") && (data4 !== null)){
const err6 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: schema17.properties.profile.type},schema:schema17.properties.profile.type,parentSchema:schema17.properties.profile,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["require-dbt-version"] !== undefined){
if(!(validate52(data["require-dbt-version"], {instancePath:instancePath+"/require-dbt-version",parentData:data,parentDataProperty:"require-dbt-version",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data["model-paths"] !== undefined){
if(!(validate54(data["model-paths"], {instancePath:instancePath+"/model-paths",parentData:data,parentDataProperty:"model-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["source-paths"] !== undefined){
if(!(validate54(data["source-paths"], {instancePath:instancePath+"/source-paths",parentData:data,parentDataProperty:"source-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["seed-paths"] !== undefined){
if(!(validate54(data["seed-paths"], {instancePath:instancePath+"/seed-paths",parentData:data,parentDataProperty:"seed-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["data-paths"] !== undefined){
if(!(validate54(data["data-paths"], {instancePath:instancePath+"/data-paths",parentData:data,parentDataProperty:"data-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["test-paths"] !== undefined){
if(!(validate54(data["test-paths"], {instancePath:instancePath+"/test-paths",parentData:data,parentDataProperty:"test-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["analysis-paths"] !== undefined){
if(!(validate54(data["analysis-paths"], {instancePath:instancePath+"/analysis-paths",parentData:data,parentDataProperty:"analysis-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["macro-paths"] !== undefined){
if(!(validate54(data["macro-paths"], {instancePath:instancePath+"/macro-paths",parentData:data,parentDataProperty:"macro-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["snapshot-paths"] !== undefined){
if(!(validate54(data["snapshot-paths"], {instancePath:instancePath+"/snapshot-paths",parentData:data,parentDataProperty:"snapshot-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["docs-paths"] !== undefined){
if(!(validate54(data["docs-paths"], {instancePath:instancePath+"/docs-paths",parentData:data,parentDataProperty:"docs-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["asset-paths"] !== undefined){
if(!(validate54(data["asset-paths"], {instancePath:instancePath+"/asset-paths",parentData:data,parentDataProperty:"asset-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["function-paths"] !== undefined){
if(!(validate54(data["function-paths"], {instancePath:instancePath+"/function-paths",parentData:data,parentDataProperty:"function-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["osi-paths"] !== undefined){
if(!(validate54(data["osi-paths"], {instancePath:instancePath+"/osi-paths",parentData:data,parentDataProperty:"osi-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data["target-path"] !== undefined){
let data18 = data["target-path"];
if((typeof data18 !== "string") && (data18 !== null)){
const err7 = {instancePath:instancePath+"/target-path",schemaPath:"#/properties/target-path/type",keyword:"type",params:{type: schema17.properties["target-path"].type},schema:schema17.properties["target-path"].type,parentSchema:schema17.properties["target-path"],data:data18};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["log-path"] !== undefined){
let data19 = data["log-path"];
if((typeof data19 !== "string") && (data19 !== null)){
const err8 = {instancePath:instancePath+"/log-path",schemaPath:"#/properties/log-path/type",keyword:"type",params:{type: schema17.properties["log-path"].type},schema:schema17.properties["log-path"].type,parentSchema:schema17.properties["log-path"],data:data19};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["packages-install-path"] !== undefined){
let data20 = data["packages-install-path"];
if((typeof data20 !== "string") && (data20 !== null)){
const err9 = {instancePath:instancePath+"/packages-install-path",schemaPath:"#/properties/packages-install-path/type",keyword:"type",params:{type: schema17.properties["packages-install-path"].type},schema:schema17.properties["packages-install-path"].type,parentSchema:schema17.properties["packages-install-path"],data:data20};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["clean-targets"] !== undefined){
if(!(validate54(data["clean-targets"], {instancePath:instancePath+"/clean-targets",parentData:data,parentDataProperty:"clean-targets",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.quoting !== undefined){
let data22 = data.quoting;
if((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (data22 !== null)){
const err10 = {instancePath:instancePath+"/quoting",schemaPath:"#/properties/quoting/type",keyword:"type",params:{type: schema17.properties.quoting.type},schema:schema17.properties.quoting.type,parentSchema:schema17.properties.quoting,data:data22};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key1 in data22){
if(!(((((key1 === "database") || (key1 === "schema")) || (key1 === "identifier")) || (key1 === "project")) || (key1 === "snowflake_ignore_case"))){
const err11 = {instancePath:instancePath+"/quoting",schemaPath:"#/properties/quoting/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema17.properties.quoting,data:data22};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data22.database !== undefined){
let data23 = data22.database;
if((typeof data23 !== "boolean") && (data23 !== null)){
const err12 = {instancePath:instancePath+"/quoting/database",schemaPath:"#/properties/quoting/properties/database/type",keyword:"type",params:{type: schema17.properties.quoting.properties.database.type},schema:schema17.properties.quoting.properties.database.type,parentSchema:schema17.properties.quoting.properties.database,data:data23};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data22.schema !== undefined){
let data24 = data22.schema;
if((typeof data24 !== "boolean") && (data24 !== null)){
const err13 = {instancePath:instancePath+"/quoting/schema",schemaPath:"#/properties/quoting/properties/schema/type",keyword:"type",params:{type: schema17.properties.quoting.properties.schema.type},schema:schema17.properties.quoting.properties.schema.type,parentSchema:schema17.properties.quoting.properties.schema,data:data24};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data22.identifier !== undefined){
let data25 = data22.identifier;
if((typeof data25 !== "boolean") && (data25 !== null)){
const err14 = {instancePath:instancePath+"/quoting/identifier",schemaPath:"#/properties/quoting/properties/identifier/type",keyword:"type",params:{type: schema17.properties.quoting.properties.identifier.type},schema:schema17.properties.quoting.properties.identifier.type,parentSchema:schema17.properties.quoting.properties.identifier,data:data25};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data22.project !== undefined){
let data26 = data22.project;
if((typeof data26 !== "boolean") && (data26 !== null)){
const err15 = {instancePath:instancePath+"/quoting/project",schemaPath:"#/properties/quoting/properties/project/type",keyword:"type",params:{type: schema17.properties.quoting.properties.project.type},schema:schema17.properties.quoting.properties.project.type,parentSchema:schema17.properties.quoting.properties.project,data:data26};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data22.snowflake_ignore_case !== undefined){
let data27 = data22.snowflake_ignore_case;
if((typeof data27 !== "boolean") && (data27 !== null)){
const err16 = {instancePath:instancePath+"/quoting/snowflake_ignore_case",schemaPath:"#/properties/quoting/properties/snowflake_ignore_case/type",keyword:"type",params:{type: schema17.properties.quoting.properties.snowflake_ignore_case.type},schema:schema17.properties.quoting.properties.snowflake_ignore_case.type,parentSchema:schema17.properties.quoting.properties.snowflake_ignore_case,data:data27};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
}
if(data["on-run-start"] !== undefined){
if(!(validate52(data["on-run-start"], {instancePath:instancePath+"/on-run-start",parentData:data,parentDataProperty:"on-run-start",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data["on-run-end"] !== undefined){
if(!(validate52(data["on-run-end"], {instancePath:instancePath+"/on-run-end",parentData:data,parentDataProperty:"on-run-end",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data.dispatch !== undefined){
let data30 = data.dispatch;
if((!(Array.isArray(data30))) && (data30 !== null)){
const err17 = {instancePath:instancePath+"/dispatch",schemaPath:"#/properties/dispatch/type",keyword:"type",params:{type: schema17.properties.dispatch.type},schema:schema17.properties.dispatch.type,parentSchema:schema17.properties.dispatch,data:data30};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(Array.isArray(data30)){
const len0 = data30.length;
for(let i0=0; i0<len0; i0++){
let data31 = data30[i0];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.macro_namespace === undefined){
const err18 = {instancePath:instancePath+"/dispatch/" + i0,schemaPath:"#/properties/dispatch/items/required",keyword:"required",params:{missingProperty: "macro_namespace"},schema:schema17.properties.dispatch.items.required,parentSchema:schema17.properties.dispatch.items,data:data31};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data31.search_order === undefined){
const err19 = {instancePath:instancePath+"/dispatch/" + i0,schemaPath:"#/properties/dispatch/items/required",keyword:"required",params:{missingProperty: "search_order"},schema:schema17.properties.dispatch.items.required,parentSchema:schema17.properties.dispatch.items,data:data31};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data31){
if(!((key2 === "macro_namespace") || (key2 === "search_order"))){
const err20 = {instancePath:instancePath+"/dispatch/" + i0,schemaPath:"#/properties/dispatch/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema17.properties.dispatch.items,data:data31};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data31.macro_namespace !== undefined){
let data32 = data31.macro_namespace;
if(typeof data32 !== "string"){
const err21 = {instancePath:instancePath+"/dispatch/" + i0+"/macro_namespace",schemaPath:"#/properties/dispatch/items/properties/macro_namespace/type",keyword:"type",params:{type: "string"},schema:schema17.properties.dispatch.items.properties.macro_namespace.type,parentSchema:schema17.properties.dispatch.items.properties.macro_namespace,data:data32};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data31.search_order !== undefined){
let data33 = data31.search_order;
if(Array.isArray(data33)){
const len1 = data33.length;
for(let i1=0; i1<len1; i1++){
let data34 = data33[i1];
if(typeof data34 !== "string"){
const err22 = {instancePath:instancePath+"/dispatch/" + i0+"/search_order/" + i1,schemaPath:"#/properties/dispatch/items/properties/search_order/items/type",keyword:"type",params:{type: "string"},schema:schema17.properties.dispatch.items.properties.search_order.items.type,parentSchema:schema17.properties.dispatch.items.properties.search_order.items,data:data34};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/dispatch/" + i0+"/search_order",schemaPath:"#/properties/dispatch/items/properties/search_order/type",keyword:"type",params:{type: "array"},schema:schema17.properties.dispatch.items.properties.search_order.type,parentSchema:schema17.properties.dispatch.items.properties.search_order,data:data33};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/dispatch/" + i0,schemaPath:"#/properties/dispatch/items/type",keyword:"type",params:{type: "object"},schema:schema17.properties.dispatch.items.type,parentSchema:schema17.properties.dispatch.items,data:data31};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
if(data.models !== undefined){
if(!(validate70(data.models, {instancePath:instancePath+"/models",parentData:data,parentDataProperty:"models",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.seeds !== undefined){
if(!(validate70(data.seeds, {instancePath:instancePath+"/seeds",parentData:data,parentDataProperty:"seeds",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.snapshots !== undefined){
if(!(validate70(data.snapshots, {instancePath:instancePath+"/snapshots",parentData:data,parentDataProperty:"snapshots",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.analyses !== undefined){
if(!(validate70(data.analyses, {instancePath:instancePath+"/analyses",parentData:data,parentDataProperty:"analyses",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.sources !== undefined){
if(!(validate70(data.sources, {instancePath:instancePath+"/sources",parentData:data,parentDataProperty:"sources",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.tests !== undefined){
if(!(validate70(data.tests, {instancePath:instancePath+"/tests",parentData:data,parentDataProperty:"tests",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.data_tests !== undefined){
if(!(validate70(data.data_tests, {instancePath:instancePath+"/data_tests",parentData:data,parentDataProperty:"data_tests",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.unit_tests !== undefined){
if(!(validate70(data.unit_tests, {instancePath:instancePath+"/unit_tests",parentData:data,parentDataProperty:"unit_tests",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.metrics !== undefined){
let data43 = data.metrics;
if((!(data43 && typeof data43 == "object" && !Array.isArray(data43))) && (data43 !== null)){
const err25 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: schema17.properties.metrics.type},schema:schema17.properties.metrics.type,parentSchema:schema17.properties.metrics,data:data43};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data["semantic-models"] !== undefined){
let data44 = data["semantic-models"];
if((!(data44 && typeof data44 == "object" && !Array.isArray(data44))) && (data44 !== null)){
const err26 = {instancePath:instancePath+"/semantic-models",schemaPath:"#/properties/semantic-models/type",keyword:"type",params:{type: schema17.properties["semantic-models"].type},schema:schema17.properties["semantic-models"].type,parentSchema:schema17.properties["semantic-models"],data:data44};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data["saved-queries"] !== undefined){
let data45 = data["saved-queries"];
if((!(data45 && typeof data45 == "object" && !Array.isArray(data45))) && (data45 !== null)){
const err27 = {instancePath:instancePath+"/saved-queries",schemaPath:"#/properties/saved-queries/type",keyword:"type",params:{type: schema17.properties["saved-queries"].type},schema:schema17.properties["saved-queries"].type,parentSchema:schema17.properties["saved-queries"],data:data45};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.exposures !== undefined){
if(!(validate70(data.exposures, {instancePath:instancePath+"/exposures",parentData:data,parentDataProperty:"exposures",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.functions !== undefined){
if(!(validate70(data.functions, {instancePath:instancePath+"/functions",parentData:data,parentDataProperty:"functions",rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.vars !== undefined){
let data48 = data.vars;
if((!(data48 && typeof data48 == "object" && !Array.isArray(data48))) && (data48 !== null)){
const err28 = {instancePath:instancePath+"/vars",schemaPath:"#/properties/vars/type",keyword:"type",params:{type: schema17.properties.vars.type},schema:schema17.properties.vars.type,parentSchema:schema17.properties.vars,data:data48};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.packages !== undefined){
let data49 = data.packages;
if((!(Array.isArray(data49))) && (data49 !== null)){
const err29 = {instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: schema17.properties.packages.type},schema:schema17.properties.packages.type,parentSchema:schema17.properties.packages,data:data49};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data["query-comment"] !== undefined){
let data50 = data["query-comment"];
const _errs79 = errors;
let valid7 = false;
const _errs80 = errors;
if(((typeof data50 !== "string") && (data50 !== null)) && (typeof data50 !== "boolean")){
const err30 = {instancePath:instancePath+"/query-comment",schemaPath:"#/properties/query-comment/anyOf/0/type",keyword:"type",params:{type: schema17.properties["query-comment"].anyOf[0].type},schema:schema17.properties["query-comment"].anyOf[0].type,parentSchema:schema17.properties["query-comment"].anyOf[0],data:data50};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs80 === errors;
valid7 = valid7 || _valid0;
if(!valid7){
const _errs82 = errors;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key3 in data50){
if(!(((key3 === "comment") || (key3 === "append")) || (key3 === "job-label"))){
const err31 = {instancePath:instancePath+"/query-comment",schemaPath:"#/properties/query-comment/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema17.properties["query-comment"].anyOf[1],data:data50};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data50.comment !== undefined){
let data51 = data50.comment;
if((typeof data51 !== "string") && (data51 !== null)){
const err32 = {instancePath:instancePath+"/query-comment/comment",schemaPath:"#/properties/query-comment/anyOf/1/properties/comment/type",keyword:"type",params:{type: schema17.properties["query-comment"].anyOf[1].properties.comment.type},schema:schema17.properties["query-comment"].anyOf[1].properties.comment.type,parentSchema:schema17.properties["query-comment"].anyOf[1].properties.comment,data:data51};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data50.append !== undefined){
let data52 = data50.append;
if((typeof data52 !== "boolean") && (data52 !== null)){
const err33 = {instancePath:instancePath+"/query-comment/append",schemaPath:"#/properties/query-comment/anyOf/1/properties/append/type",keyword:"type",params:{type: schema17.properties["query-comment"].anyOf[1].properties.append.type},schema:schema17.properties["query-comment"].anyOf[1].properties.append.type,parentSchema:schema17.properties["query-comment"].anyOf[1].properties.append,data:data52};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data50["job-label"] !== undefined){
let data53 = data50["job-label"];
if((typeof data53 !== "boolean") && (data53 !== null)){
const err34 = {instancePath:instancePath+"/query-comment/job-label",schemaPath:"#/properties/query-comment/anyOf/1/properties/job-label/type",keyword:"type",params:{type: schema17.properties["query-comment"].anyOf[1].properties["job-label"].type},schema:schema17.properties["query-comment"].anyOf[1].properties["job-label"].type,parentSchema:schema17.properties["query-comment"].anyOf[1].properties["job-label"],data:data53};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/query-comment",schemaPath:"#/properties/query-comment/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema17.properties["query-comment"].anyOf[1].type,parentSchema:schema17.properties["query-comment"].anyOf[1],data:data50};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
var _valid0 = _errs82 === errors;
valid7 = valid7 || _valid0;
}
if(!valid7){
const err36 = {instancePath:instancePath+"/query-comment",schemaPath:"#/properties/query-comment/anyOf",keyword:"anyOf",params:{},schema:schema17.properties["query-comment"].anyOf,parentSchema:schema17.properties["query-comment"],data:data50};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
errors = _errs79;
if(vErrors !== null){
if(_errs79){
vErrors.length = _errs79;
}
else {
vErrors = null;
}
}
}
}
if(data["restrict-access"] !== undefined){
let data54 = data["restrict-access"];
if((typeof data54 !== "boolean") && (data54 !== null)){
const err37 = {instancePath:instancePath+"/restrict-access",schemaPath:"#/properties/restrict-access/type",keyword:"type",params:{type: schema17.properties["restrict-access"].type},schema:schema17.properties["restrict-access"].type,parentSchema:schema17.properties["restrict-access"],data:data54};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data["dbt-cloud"] !== undefined){
let data55 = data["dbt-cloud"];
if((!(data55 && typeof data55 == "object" && !Array.isArray(data55))) && (data55 !== null)){
const err38 = {instancePath:instancePath+"/dbt-cloud",schemaPath:"#/properties/dbt-cloud/type",keyword:"type",params:{type: schema17.properties["dbt-cloud"].type},schema:schema17.properties["dbt-cloud"].type,parentSchema:schema17.properties["dbt-cloud"],data:data55};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.flags !== undefined){
let data56 = data.flags;
if((!(data56 && typeof data56 == "object" && !Array.isArray(data56))) && (data56 !== null)){
const err39 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: schema17.properties.flags.type},schema:schema17.properties.flags.type,parentSchema:schema17.properties.flags,data:data56};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.target !== undefined){
let data57 = data.target;
if((typeof data57 !== "string") && (data57 !== null)){
const err40 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: schema17.properties.target.type},schema:schema17.properties.target.type,parentSchema:schema17.properties.target,data:data57};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.outputs !== undefined){
let data58 = data.outputs;
if((!(data58 && typeof data58 == "object" && !Array.isArray(data58))) && (data58 !== null)){
const err41 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: schema17.properties.outputs.type},schema:schema17.properties.outputs.type,parentSchema:schema17.properties.outputs,data:data58};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key4 in data58){
let data59 = data58[key4];
if(!(data59 && typeof data59 == "object" && !Array.isArray(data59))){
const err42 = {instancePath:instancePath+"/outputs/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/outputs/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema17.properties.outputs.additionalProperties.type,parentSchema:schema17.properties.outputs.additionalProperties,data:data59};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
if(data["report-paths"] !== undefined){
if(!(validate54(data["report-paths"], {instancePath:instancePath+"/report-paths",parentData:data,parentDataProperty:"report-paths",rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err43 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

export const properties = validate85;
const schema22 = {"$id":"properties","title":"a properties file","type":"object","additionalProperties":false,"properties":{"version":{"type":["integer","number","string","object","null"]},"models":{"type":"array","items":{"$ref":"#/$defs/model"}},"seeds":{"type":"array","items":{"$ref":"#/$defs/seed"}},"snapshots":{"type":"array","items":{"$ref":"#/$defs/snapshot"}},"analyses":{"type":"array","items":{"$ref":"#/$defs/analysis"}},"sources":{"type":"array","items":{"$ref":"#/$defs/source"}},"macros":{"type":"array","items":{"$ref":"#/$defs/macro"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/data_test"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/data_test"}},"groups":{"type":"array","items":{"$ref":"#/$defs/group"}},"exposures":{"type":"array","items":{"$ref":"#/$defs/exposure"}},"metrics":{"type":"array","items":{"$ref":"#/$defs/metric"}},"semantic_models":{"type":"array","items":{"$ref":"#/$defs/semantic_model"}},"pii_classes":{"type":["object","null"],"title":"\"pii_classes\"","additionalProperties":{"anyOf":[{"enum":["mask","hash","tokenize","redact","none"]},{"type":"object","title":"a class of personal data","$comment":"ours","additionalProperties":false,"properties":{"policy":{"enum":["mask","hash","tokenize","redact","none"]},"prefix":{"type":"string"},"allow_unkeyed":{"type":"boolean"}}}]}},"saved_queries":{"type":"array","items":{"$ref":"#/$defs/saved_query"}},"unit_tests":{"type":"array","items":{"$ref":"#/$defs/unit_test"}},"reports":{"type":["array","null"],"items":{"$ref":"#/$defs/report"}},"functions":{"type":"array","items":{"$ref":"#/$defs/named"}},"monitors":{"type":["array","null"],"items":{"$ref":"#/$defs/monitor"}},"alerts":{"type":["array","null"],"items":{"$ref":"#/$defs/alert"}},"anchors":{}},"$defs":{"untagged_config":{"type":["object","null"],"properties":{"enabled":{"type":["boolean","null"]},"meta":{"type":["object","null"]},"materialized":{"type":["string","number","boolean","null"]},"alias":{"type":["string","number","boolean","null"]},"schema":{"type":["string","number","boolean","null"]},"database":{"type":["string","number","boolean","null"]},"group":{"type":["string","number","boolean","null"]},"docs":{"$ref":"#/$defs/docs"},"grants":{"type":["object","null"]},"quoting":{"type":["object","null"]},"column_types":{"type":["object","null"]},"persist_docs":{"type":["object","null"]},"contract":{"type":["object"],"properties":{"enforced":{"type":"boolean"},"alias_types":{"type":"boolean"}}},"full_refresh":{"type":["boolean","null"]},"access":{"$ref":"#/$defs/access"},"on_schema_change":{"type":["string","number","boolean","null"]},"on_configuration_change":{"enum":["apply","continue","fail",null]},"unique_key":{"$ref":"#/$defs/tags"},"on_error":{"enum":["skip_children","continue",null]},"pre_hook":{"$ref":"#/$defs/hooks"},"pre-hook":{"$ref":"#/$defs/hooks"},"post_hook":{"$ref":"#/$defs/hooks"},"post-hook":{"$ref":"#/$defs/hooks"},"latest_version_pointer":{"type":["object","null"]}}},"config":{"type":["object","null"],"allOf":[{"$ref":"#/$defs/untagged_config"}],"properties":{"tags":{"$ref":"#/$defs/tags"}}},"access":{"enum":["private","protected","public",null]},"docs":{"type":["object","null"],"title":"\"docs\"","additionalProperties":false,"properties":{"show":{"type":["boolean","null"]},"node_color":{"type":["string","null"]}}},"tags":{"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"type":["string","number","boolean"]}}]},"own_tags":{"type":["array","null"],"items":{"type":"string"}},"version_id":{"type":["string","number","object","null"]},"age":{"type":["object","null"],"title":"an age","additionalProperties":false,"properties":{"count":{"type":["integer","null"]},"period":{"enum":["minute","hour","day",null]}}},"constraint":{"type":"object","title":"a constraint","required":["type"],"additionalProperties":false,"properties":{"type":{"enum":["not_null","unique","primary_key","foreign_key","check","custom"]},"name":{"type":["string","null"]},"expression":{"type":["string","null"]},"columns":{"type":["array","null"],"items":{"type":"string"}},"to":{"type":["string","null"]},"to_columns":{"type":["array","null"],"items":{"type":"string"}},"warn_unenforced":{"type":["boolean","null"]},"warn_unsupported":{"type":["boolean","null"]}}},"test":{"type":["string","object"]},"selection":{"type":"object","title":"a choice of columns","additionalProperties":false,"anyOf":[{"required":["include"]},{"required":["exclude"]}],"properties":{"include":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]},"exclude":{"type":["array","null"],"items":{"type":"string"}}}},"column":{"type":"object","title":"a column","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"data_type":{"type":["string","null"]},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"quote":{"type":["boolean","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/own_tags"},"docs":{"$ref":"#/$defs/docs"},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"granularity":{"type":["string","null"]},"dimension":{"type":["object","string","null"]},"entity":{"type":["object","string","null"]},"policy_tags":{"$ref":"#/$defs/tags"},"databricks_tags":{"type":["object","null"]},"column_mask":{"type":["object","null"]},"classifiers":{"type":["array","null"]},"identifier":{"type":["string","null"]}}},"model":{"type":"object","title":"a model","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"quote_columns":{"type":["boolean","null"]},"contract":{"type":["object","null"]},"latest_version":{"$ref":"#/$defs/version_id"},"deprecation_date":{"type":["string","null"],"pattern":"^\\d{4}-?\\d\\d-?\\d\\d"},"versions":{"type":["array","null"],"items":{"type":"object","title":"a version","required":["v"],"additionalProperties":false,"properties":{"v":{"$ref":"#/$defs/version_id"},"defined_in":{"type":["string","null"]},"description":{"type":["string","null"]},"access":{"$ref":"#/$defs/access"},"config":{"$ref":"#/$defs/config"},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"docs":{"$ref":"#/$defs/docs"},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"columns":{"type":["array","null"],"items":{"anyOf":[{"$ref":"#/$defs/column"},{"$ref":"#/$defs/selection"}]}},"deprecation_date":{"type":["string","null"],"pattern":"^\\d{4}-?\\d\\d-?\\d\\d"}}}},"time_spine":{"$ref":"#/$defs/time_spine"},"semantic_model":{"type":["object","boolean","null"],"title":"semantic_model","$comment":"refused","additionalProperties":false,"properties":{"name":{"type":["string","null"]},"enabled":{"type":"boolean"},"group":{"type":["string","null"]},"config":{"type":["object","null"]}}},"primary_entity":{"type":["string","null"]},"agg_time_dimension":{"type":["string","null"]},"metrics":{"type":["array","null"],"items":{"$ref":"#/$defs/metric_new"}},"derived_semantics":{"type":["object","null"]},"identifier":{"type":["string","null"]},"static_analysis_off_reason":{"type":["string","null"]}}},"seed":{"type":"object","title":"a seed","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"quote_columns":{"type":["boolean","null"]},"contract":{"type":["object","null"]},"static_analysis_off_reason":{"type":["string","null"]}}},"snapshot":{"type":"object","title":"a snapshot","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"quote_columns":{"type":["boolean","null"]},"contract":{"type":["object","null"]},"relation":{"type":["string","null"]},"static_analysis_off_reason":{"type":["string","null"]}}},"analysis":{"type":"object","title":"an analysis","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"static_analysis_off_reason":{"type":["string","null"]}}},"source":{"type":"object","title":"a source","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/own_tags"},"database":{"type":["string","null"]},"schema":{"type":["string","null"]},"loader":{"type":["string","null"]},"quoting":{"$ref":"#/$defs/quoting"},"freshness":{"type":["object","null"],"title":"\"freshness\"","additionalProperties":false,"properties":{"warn_after":{"$ref":"#/$defs/age"},"error_after":{"$ref":"#/$defs/age"},"filter":{"type":["string","null"]}}},"loaded_at_field":{"type":["string","null"]},"loaded_at_query":{"type":["string","null"]},"tables":{"type":["array","null"],"items":{"$ref":"#/$defs/table"}},"config":{"$ref":"#/$defs/untagged_config"},"overrides":{"type":["string","null"]},"catalog":{"type":["string","null"]}}},"table":{"type":"object","title":"a table of a source","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/own_tags"},"docs":{"$ref":"#/$defs/docs"},"data_type":{"type":["string","null"]},"identifier":{"type":["string","null"]},"loader":{"type":["string","null"]},"quoting":{"$ref":"#/$defs/quoting"},"freshness":{"type":["object","null"],"title":"\"freshness\"","additionalProperties":false,"properties":{"warn_after":{"$ref":"#/$defs/age"},"error_after":{"$ref":"#/$defs/age"},"filter":{"type":["string","null"]}}},"loaded_at_field":{"type":["string","null"]},"loaded_at_query":{"type":["string","null"]},"external":{"type":["object","null"]},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"config":{"$ref":"#/$defs/untagged_config"},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}}}},"quoting":{"type":["object","null"],"title":"\"quoting\"","additionalProperties":false,"properties":{"database":{"type":["boolean","null"]},"schema":{"type":["boolean","null"]},"identifier":{"type":["boolean","null"]},"column":{"type":["boolean","null"]},"project":{"type":["boolean","null"]},"snowflake_ignore_case":{"type":["boolean","null"]}}},"macro":{"type":"object","title":"a macro","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"arguments":{"type":["array","null"],"items":{"type":"object","title":"an argument","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":["string","null"]},"description":{"type":["string","null"]}}}}}},"data_test":{"type":"object","title":"a test","additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"static_analysis_off_reason":{"type":["string","null"]}}},"group":{"type":"object","title":"a group","required":["name","owner"],"additionalProperties":false,"properties":{"name":{"type":"string"},"owner":{"type":"object","properties":{"name":{"type":["string","null"]},"email":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]}}},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"}}},"named":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}},"unit_test":{"type":"object","title":"a unit test","required":["name","model","given","expect"],"additionalProperties":false,"properties":{"name":{"type":"string"},"model":{"type":"string"},"description":{"type":["string","null"]},"given":{"type":"array","items":{"type":"object","title":"an input of a unit test","required":["input"],"additionalProperties":false,"properties":{"input":{"type":"string"},"rows":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"object"}}]},"format":{"enum":["dict","csv","sql",null]},"fixture":{"type":["string","null"]}}}},"expect":{"type":"object","title":"\"expect\"","additionalProperties":false,"properties":{"rows":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"object"}}]},"format":{"enum":["dict","csv","sql",null]},"fixture":{"type":["string","null"]}}},"overrides":{"type":["object","null"],"title":"\"overrides\"","additionalProperties":false,"properties":{"macros":{"type":["object","null"]},"vars":{"type":["object","null"]},"env_vars":{"type":["object","null"]}}},"versions":{"type":["object","null"],"title":"\"versions\"","additionalProperties":false,"properties":{"include":{"type":["array","null"],"items":{"$ref":"#/$defs/version_id"}},"exclude":{"type":["array","null"],"items":{"$ref":"#/$defs/version_id"}}}},"config":{"$ref":"#/$defs/config"}}},"metric_input":{"type":["object","string","null"],"title":"a metric for input","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"alias":{"type":["string","null"]},"offset_window":{"type":["string","null"]},"offset_to_grain":{"type":["string","null"]}}},"measure_input":{"type":["object","string","null"],"title":"a measure for input","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"alias":{"type":["string","null"]},"join_to_timespine":{"type":"boolean"},"fill_nulls_with":{"type":["integer","null"]}}},"constant_property":{"type":"object","title":"a constant property","$comment":"refused","required":["base_property","conversion_property"],"additionalProperties":false,"properties":{"base_property":{"type":"string"},"conversion_property":{"type":"string"}}},"conversion_params":{"type":["object","null"],"title":"conversion_type_params","$comment":"refused","required":["base_measure","conversion_measure","entity"],"additionalProperties":false,"properties":{"base_measure":{"$ref":"#/$defs/measure_input"},"conversion_measure":{"$ref":"#/$defs/measure_input"},"entity":{"type":"string"},"calculation":{"type":"string"},"window":{"type":["string","null"]},"constant_properties":{"type":["array","null"],"items":{"$ref":"#/$defs/constant_property"}}}},"cumulative_params":{"type":["object","null"],"title":"cumulative_type_params","$comment":"refused","additionalProperties":false,"properties":{"window":{"type":["string","null"]},"grain_to_date":{"type":["string","null"]},"period_agg":{"type":"string"}}},"metric_params":{"type":"object","title":"type_params","$comment":"refused","additionalProperties":false,"properties":{"measure":{"$ref":"#/$defs/measure_input"},"numerator":{"$ref":"#/$defs/metric_input"},"denominator":{"$ref":"#/$defs/metric_input"},"expr":{"type":["string","boolean","null"]},"window":{"type":["string","null"]},"grain_to_date":{"type":["string","null"]},"metrics":{"type":["array","null"],"items":{"$ref":"#/$defs/metric_input"}},"conversion_type_params":{"$ref":"#/$defs/conversion_params"},"cumulative_type_params":{"$ref":"#/$defs/cumulative_params"}}},"metric_old":{"type":"object","title":"a metric","$comment":"refused","required":["name","type_params"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"label":{"type":"string"},"description":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"time_granularity":{"type":["string","null"]},"config":{"type":"object"},"type_params":{"$ref":"#/$defs/metric_params"},"meta":{"type":"object"},"tags":{"type":"array","items":{"type":"string"}}}},"non_additive_new":{"type":["object","null"],"title":"non_additive_dimension","$comment":"refused","required":["name","window_agg"],"additionalProperties":false,"properties":{"name":{"type":"string"},"window_agg":{"type":"string"},"group_by":{"type":"array","items":{"type":"string"}}}},"metric_new":{"type":"object","title":"a metric","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"label":{"type":["string","null"]},"description":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"time_granularity":{"type":["string","null"]},"config":{"type":"object"},"hidden":{"type":"boolean"},"agg":{"type":["string","null"]},"percentile":{"type":["number","null"]},"percentile_type":{"type":["string","null"]},"join_to_timespine":{"type":["boolean","null"]},"fill_nulls_with":{"type":["integer","null"]},"expr":{"type":["string","integer","null"]},"non_additive_dimension":{"$ref":"#/$defs/non_additive_new"},"agg_time_dimension":{"type":["string","null"]},"window":{"type":["string","null"]},"grain_to_date":{"type":["string","null"]},"period_agg":{"type":"string"},"input_metric":{"$ref":"#/$defs/metric_input"},"numerator":{"$ref":"#/$defs/metric_input"},"denominator":{"$ref":"#/$defs/metric_input"},"input_metrics":{"type":["array","null"],"items":{"$ref":"#/$defs/metric_input"}},"entity":{"type":["string","null"]},"calculation":{"type":["string","null"]},"base_metric":{"$ref":"#/$defs/metric_input"},"conversion_metric":{"$ref":"#/$defs/metric_input"},"constant_properties":{"type":["array","null"],"items":{"$ref":"#/$defs/constant_property"}}}},"metric":{"if":{"type":"object","required":["type_params"]},"then":{"$ref":"#/$defs/metric_old"},"else":{"allOf":[{"$ref":"#/$defs/metric_new"},{"type":"object","title":"a metric","required":["type"]}]}},"validity":{"type":["object","null"],"title":"validity_params","$comment":"refused","additionalProperties":false,"properties":{"is_start":{"type":"boolean"},"is_end":{"type":"boolean"}}},"entity":{"type":"object","title":"an entity","$comment":"refused","required":["name","type"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"config":{"type":"object"},"role":{"type":["string","null"]},"expr":{"type":["string","null"]}}},"dimension_params":{"type":["object","null"],"title":"type_params","$comment":"refused","required":["time_granularity"],"additionalProperties":false,"properties":{"time_granularity":{"type":"string"},"validity_params":{"$ref":"#/$defs/validity"}}},"dimension":{"type":"object","title":"a dimension","$comment":"refused","required":["name","type"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"is_partition":{"type":"boolean"},"config":{"type":"object"},"type_params":{"$ref":"#/$defs/dimension_params"},"expr":{"type":["string","null"]}}},"agg_params":{"type":["object","null"],"title":"agg_params","$comment":"refused","additionalProperties":false,"properties":{"percentile":{"type":["number","null"]},"use_discrete_percentile":{"type":"boolean"},"use_approximate_percentile":{"type":"boolean"}}},"non_additive":{"type":["object","null"],"title":"non_additive_dimension","$comment":"refused","required":["name","window_choice"],"additionalProperties":false,"properties":{"name":{"type":"string"},"window_choice":{"type":"string"},"window_groupings":{"type":"array","items":{"type":"string"}}}},"measure":{"type":"object","title":"a measure","$comment":"refused","required":["name","agg"],"additionalProperties":false,"properties":{"name":{"type":"string"},"agg":{"type":"string"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"expr":{"type":["string","boolean","integer","null"]},"agg_params":{"$ref":"#/$defs/agg_params"},"non_additive_dimension":{"$ref":"#/$defs/non_additive"},"agg_time_dimension":{"type":["string","null"]},"create_metric":{"type":"boolean"},"config":{"type":"object"}}},"semantic_defaults":{"type":["object","null"],"title":"defaults","$comment":"refused","additionalProperties":false,"properties":{"agg_time_dimension":{"type":["string","null"]}}},"semantic_model":{"type":"object","title":"a semantic model","$comment":"refused","required":["name","model"],"additionalProperties":false,"properties":{"name":{"type":"string"},"model":{"type":"string"},"config":{"type":"object"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"defaults":{"$ref":"#/$defs/semantic_defaults"},"entities":{"type":"array","items":{"$ref":"#/$defs/entity"}},"measures":{"type":"array","items":{"$ref":"#/$defs/measure"}},"dimensions":{"type":"array","items":{"$ref":"#/$defs/dimension"}},"primary_entity":{"type":["string","null"]}}},"query_params":{"type":"object","title":"query_params","$comment":"refused","additionalProperties":false,"properties":{"metrics":{"type":"array","items":{"type":"string"}},"group_by":{"type":"array","items":{"type":"string"}},"where":{"type":["string","array","null"],"items":{"type":"string"}},"order_by":{"type":"array","items":{"type":"string"}},"limit":{"type":["integer","null"]}}},"export":{"type":"object","title":"an export","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"config":{"type":"object"}}},"saved_query":{"type":"object","title":"a saved query","$comment":"refused","required":["name","query_params"],"additionalProperties":false,"properties":{"name":{"type":"string"},"query_params":{"$ref":"#/$defs/query_params"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"exports":{"type":"array","items":{"$ref":"#/$defs/export"}},"config":{"type":"object"},"tags":{"type":["string","array"],"items":{"type":"string"}}}},"report":{"type":"object","title":"a report","required":["name"],"$comment":"ours","additionalProperties":false,"properties":{"name":{"type":"string"},"template":{"type":"string"},"path":{"type":"string"},"description":{"type":["string","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/tags"},"config":{"type":["object","null"],"title":"\"config\" of a report","properties":{"enabled":{"type":["boolean","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/tags"}}}}},"exposure":{"type":"object","title":"an exposure","$comment":"refused","required":["name","type","owner"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"owner":{"type":"object"},"description":{"type":"string"},"label":{"type":["string","null"]},"maturity":{"type":["string","null"]},"meta":{"type":"object"},"tags":{"type":"array","items":{"type":"string"}},"url":{"type":["string","null"]},"depends_on":{"type":"array","items":{"type":"string"}},"config":{"type":"object"}}},"custom_granularity":{"type":"object","title":"a custom granularity","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"column_name":{"type":["string","null"]}}},"time_spine":{"type":["object","null"],"title":"a time spine","$comment":"refused","required":["standard_granularity_column"],"additionalProperties":false,"properties":{"standard_granularity_column":{"type":"string"},"custom_granularities":{"type":"array","items":{"$ref":"#/$defs/custom_granularity"}}}},"monitor":{"type":"object","title":"a monitor","required":["name"],"$comment":"ours","additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"on":{"type":"string"},"value":{"type":"string"},"freshness":{"type":"object","title":"\"freshness\"","$comment":"ours","additionalProperties":false,"required":["on"],"properties":{"on":{"type":"string"},"loaded_at_field":{"type":"string"},"filter":{"type":"string"},"warn_after":{"$ref":"#/$defs/age"},"error_after":{"$ref":"#/$defs/age"},"clock":{"type":"string"}}},"sla":{"type":"object","title":"\"sla\"","$comment":"ours","additionalProperties":false,"required":["on","by"],"properties":{"on":{"type":"string"},"by":{"type":["string","number"]},"days":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"timezone":{"type":"string"}}},"success_rate":{"type":"object","title":"\"success_rate\"","$comment":"ours","additionalProperties":false,"properties":{"of":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"within":{"type":["string","number"]}}},"error_if":{"type":"string"},"warn_if":{"type":"string"},"history":{"type":"object","title":"\"history\"","$comment":"ours","additionalProperties":false,"anyOf":[{"required":["last"]},{"required":["days"]}],"properties":{"last":{"type":"integer","minimum":1},"days":{"type":"integer","minimum":1},"per":{"enum":["date","run"]},"baseline":{"enum":["median","mean","previous"]}}},"on_error":{"enum":["stop","fail","warn"]}}},"alert":{"type":"object","title":"an alert","required":["name","to"],"$comment":"ours","additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"on":{"anyOf":[{"enum":["error","warn"]},{"type":"array","items":{"enum":["error","warn"]}}]},"of":{"anyOf":[{"enum":["monitors","tests","loads","models","all"]},{"type":"array","items":{"enum":["monitors","tests","loads","models","all"]}}]},"names":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"to":{"anyOf":[{"const":"stdout"},{"type":"object","title":"\"to\"","$comment":"ours","additionalProperties":false,"properties":{"stdout":{},"file":{"anyOf":[{"type":"string"},{"type":"object","title":"\"file\"","required":["path"],"$comment":"ours","additionalProperties":false,"properties":{"path":{"type":"string"},"document":{},"alert":{}}}]},"webhook":{"anyOf":[{"type":"string"},{"type":"object","title":"\"webhook\"","required":["url"],"$comment":"ours","additionalProperties":false,"properties":{"url":{"type":"string"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"body":{}}}]},"command":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}}]},"retries":{"type":"integer","minimum":0,"maximum":10},"repeat_every":{"type":["string","number"]}}},"hooks":{"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"},{"type":"array","items":{"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"}]}}]},"hook":{"type":"object","title":"a hook","required":["sql"],"properties":{"sql":{"type":"string"},"transaction":{"type":"boolean"},"index":{"type":["integer","null"]}}}}};
const schema23 = {"type":"object","title":"a model","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"quote_columns":{"type":["boolean","null"]},"contract":{"type":["object","null"]},"latest_version":{"$ref":"#/$defs/version_id"},"deprecation_date":{"type":["string","null"],"pattern":"^\\d{4}-?\\d\\d-?\\d\\d"},"versions":{"type":["array","null"],"items":{"type":"object","title":"a version","required":["v"],"additionalProperties":false,"properties":{"v":{"$ref":"#/$defs/version_id"},"defined_in":{"type":["string","null"]},"description":{"type":["string","null"]},"access":{"$ref":"#/$defs/access"},"config":{"$ref":"#/$defs/config"},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"docs":{"$ref":"#/$defs/docs"},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"columns":{"type":["array","null"],"items":{"anyOf":[{"$ref":"#/$defs/column"},{"$ref":"#/$defs/selection"}]}},"deprecation_date":{"type":["string","null"],"pattern":"^\\d{4}-?\\d\\d-?\\d\\d"}}}},"time_spine":{"$ref":"#/$defs/time_spine"},"semantic_model":{"type":["object","boolean","null"],"title":"semantic_model","$comment":"refused","additionalProperties":false,"properties":{"name":{"type":["string","null"]},"enabled":{"type":"boolean"},"group":{"type":["string","null"]},"config":{"type":["object","null"]}}},"primary_entity":{"type":["string","null"]},"agg_time_dimension":{"type":["string","null"]},"metrics":{"type":["array","null"],"items":{"$ref":"#/$defs/metric_new"}},"derived_semantics":{"type":["object","null"]},"identifier":{"type":["string","null"]},"static_analysis_off_reason":{"type":["string","null"]}}};
const schema24 = {"type":["object","null"],"allOf":[{"$ref":"#/$defs/untagged_config"}],"properties":{"tags":{"$ref":"#/$defs/tags"}}};
const schema25 = {"type":["object","null"],"properties":{"enabled":{"type":["boolean","null"]},"meta":{"type":["object","null"]},"materialized":{"type":["string","number","boolean","null"]},"alias":{"type":["string","number","boolean","null"]},"schema":{"type":["string","number","boolean","null"]},"database":{"type":["string","number","boolean","null"]},"group":{"type":["string","number","boolean","null"]},"docs":{"$ref":"#/$defs/docs"},"grants":{"type":["object","null"]},"quoting":{"type":["object","null"]},"column_types":{"type":["object","null"]},"persist_docs":{"type":["object","null"]},"contract":{"type":["object"],"properties":{"enforced":{"type":"boolean"},"alias_types":{"type":"boolean"}}},"full_refresh":{"type":["boolean","null"]},"access":{"$ref":"#/$defs/access"},"on_schema_change":{"type":["string","number","boolean","null"]},"on_configuration_change":{"enum":["apply","continue","fail",null]},"unique_key":{"$ref":"#/$defs/tags"},"on_error":{"enum":["skip_children","continue",null]},"pre_hook":{"$ref":"#/$defs/hooks"},"pre-hook":{"$ref":"#/$defs/hooks"},"post_hook":{"$ref":"#/$defs/hooks"},"post-hook":{"$ref":"#/$defs/hooks"},"latest_version_pointer":{"type":["object","null"]}}};
const schema26 = {"type":["object","null"],"title":"\"docs\"","additionalProperties":false,"properties":{"show":{"type":["boolean","null"]},"node_color":{"type":["string","null"]}}};

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema26.type},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "show") || (key0 === "node_color"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.show !== undefined){
let data0 = data.show;
if((typeof data0 !== "boolean") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/show",schemaPath:"#/properties/show/type",keyword:"type",params:{type: schema26.properties.show.type},schema:schema26.properties.show.type,parentSchema:schema26.properties.show,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.node_color !== undefined){
let data1 = data.node_color;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/node_color",schemaPath:"#/properties/node_color/type",keyword:"type",params:{type: schema26.properties.node_color.type},schema:schema26.properties.node_color.type,parentSchema:schema26.properties.node_color,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate89.errors = vErrors;
return errors === 0;
}

const schema27 = {"enum":["private","protected","public",null]};

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((data === "private") || (data === "protected")) || (data === "public")) || (data === null))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema27.enum},schema:schema27.enum,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate91.errors = vErrors;
return errors === 0;
}

const schema28 = {"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"type":["string","number","boolean"]}}]};

function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: schema28.anyOf[0].type},schema:schema28.anyOf[0].type,parentSchema:schema28.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: schema28.anyOf[1].items.type},schema:schema28.anyOf[1].items.type,parentSchema:schema28.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema28.anyOf[1].type,parentSchema:schema28.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema28.anyOf,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate93.errors = vErrors;
return errors === 0;
}

const schema29 = {"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"},{"type":"array","items":{"anyOf":[{"type":["string","null"]},{"$ref":"#/$defs/hook"}]}}]};
const schema30 = {"type":"object","title":"a hook","required":["sql"],"properties":{"sql":{"type":"string"},"transaction":{"type":"boolean"},"index":{"type":["integer","null"]}}};

function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sql === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sql"},schema:schema30.required,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sql !== undefined){
let data0 = data.sql;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/sql",schemaPath:"#/properties/sql/type",keyword:"type",params:{type: "string"},schema:schema30.properties.sql.type,parentSchema:schema30.properties.sql,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.transaction !== undefined){
let data1 = data.transaction;
if(typeof data1 !== "boolean"){
const err2 = {instancePath:instancePath+"/transaction",schemaPath:"#/properties/transaction/type",keyword:"type",params:{type: "boolean"},schema:schema30.properties.transaction.type,parentSchema:schema30.properties.transaction,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.index !== undefined){
let data2 = data.index;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/index",schemaPath:"#/properties/index/type",keyword:"type",params:{type: schema30.properties.index.type},schema:schema30.properties.index.type,parentSchema:schema30.properties.index,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate96.errors = vErrors;
return errors === 0;
}


function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((typeof data !== "string") && (data !== null)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: schema29.anyOf[0].type},schema:schema29.anyOf[0].type,parentSchema:schema29.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate96(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs7 = errors;
let valid3 = false;
const _errs8 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/2/items/anyOf/0/type",keyword:"type",params:{type: schema29.anyOf[2].items.anyOf[0].type},schema:schema29.anyOf[2].items.anyOf[0].type,parentSchema:schema29.anyOf[2].items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid1 = _errs8 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const _errs10 = errors;
if(!(validate96(data0, {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var _valid1 = _errs10 === errors;
valid3 = valid3 || _valid1;
}
if(!valid3){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/2/items/anyOf",keyword:"anyOf",params:{},schema:schema29.anyOf[2].items.anyOf,parentSchema:schema29.anyOf[2].items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "array"},schema:schema29.anyOf[2].type,parentSchema:schema29.anyOf[2],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema29.anyOf,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate95.errors = vErrors;
return errors === 0;
}


function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema25.type},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.enabled !== undefined){
let data0 = data.enabled;
if((typeof data0 !== "boolean") && (data0 !== null)){
const err1 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: schema25.properties.enabled.type},schema:schema25.properties.enabled.type,parentSchema:schema25.properties.enabled,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.meta !== undefined){
let data1 = data.meta;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema25.properties.meta.type},schema:schema25.properties.meta.type,parentSchema:schema25.properties.meta,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.materialized !== undefined){
let data2 = data.materialized;
if((((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))) && (typeof data2 !== "boolean")) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/materialized",schemaPath:"#/properties/materialized/type",keyword:"type",params:{type: schema25.properties.materialized.type},schema:schema25.properties.materialized.type,parentSchema:schema25.properties.materialized,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.alias !== undefined){
let data3 = data.alias;
if((((typeof data3 !== "string") && (!((typeof data3 == "number") && (isFinite(data3))))) && (typeof data3 !== "boolean")) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: schema25.properties.alias.type},schema:schema25.properties.alias.type,parentSchema:schema25.properties.alias,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.schema !== undefined){
let data4 = data.schema;
if((((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err5 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: schema25.properties.schema.type},schema:schema25.properties.schema.type,parentSchema:schema25.properties.schema,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.database !== undefined){
let data5 = data.database;
if((((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))) && (typeof data5 !== "boolean")) && (data5 !== null)){
const err6 = {instancePath:instancePath+"/database",schemaPath:"#/properties/database/type",keyword:"type",params:{type: schema25.properties.database.type},schema:schema25.properties.database.type,parentSchema:schema25.properties.database,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.group !== undefined){
let data6 = data.group;
if((((typeof data6 !== "string") && (!((typeof data6 == "number") && (isFinite(data6))))) && (typeof data6 !== "boolean")) && (data6 !== null)){
const err7 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema25.properties.group.type},schema:schema25.properties.group.type,parentSchema:schema25.properties.group,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.grants !== undefined){
let data8 = data.grants;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err8 = {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: schema25.properties.grants.type},schema:schema25.properties.grants.type,parentSchema:schema25.properties.grants,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.quoting !== undefined){
let data9 = data.quoting;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err9 = {instancePath:instancePath+"/quoting",schemaPath:"#/properties/quoting/type",keyword:"type",params:{type: schema25.properties.quoting.type},schema:schema25.properties.quoting.type,parentSchema:schema25.properties.quoting,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.column_types !== undefined){
let data10 = data.column_types;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
const err10 = {instancePath:instancePath+"/column_types",schemaPath:"#/properties/column_types/type",keyword:"type",params:{type: schema25.properties.column_types.type},schema:schema25.properties.column_types.type,parentSchema:schema25.properties.column_types,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.persist_docs !== undefined){
let data11 = data.persist_docs;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err11 = {instancePath:instancePath+"/persist_docs",schemaPath:"#/properties/persist_docs/type",keyword:"type",params:{type: schema25.properties.persist_docs.type},schema:schema25.properties.persist_docs.type,parentSchema:schema25.properties.persist_docs,data:data11};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.contract !== undefined){
let data12 = data.contract;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.enforced !== undefined){
let data13 = data12.enforced;
if(typeof data13 !== "boolean"){
const err12 = {instancePath:instancePath+"/contract/enforced",schemaPath:"#/properties/contract/properties/enforced/type",keyword:"type",params:{type: "boolean"},schema:schema25.properties.contract.properties.enforced.type,parentSchema:schema25.properties.contract.properties.enforced,data:data13};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data12.alias_types !== undefined){
let data14 = data12.alias_types;
if(typeof data14 !== "boolean"){
const err13 = {instancePath:instancePath+"/contract/alias_types",schemaPath:"#/properties/contract/properties/alias_types/type",keyword:"type",params:{type: "boolean"},schema:schema25.properties.contract.properties.alias_types.type,parentSchema:schema25.properties.contract.properties.alias_types,data:data14};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: schema25.properties.contract.type},schema:schema25.properties.contract.type,parentSchema:schema25.properties.contract,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.full_refresh !== undefined){
let data15 = data.full_refresh;
if((typeof data15 !== "boolean") && (data15 !== null)){
const err15 = {instancePath:instancePath+"/full_refresh",schemaPath:"#/properties/full_refresh/type",keyword:"type",params:{type: schema25.properties.full_refresh.type},schema:schema25.properties.full_refresh.type,parentSchema:schema25.properties.full_refresh,data:data15};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.access !== undefined){
if(!(validate91(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.on_schema_change !== undefined){
let data17 = data.on_schema_change;
if((((typeof data17 !== "string") && (!((typeof data17 == "number") && (isFinite(data17))))) && (typeof data17 !== "boolean")) && (data17 !== null)){
const err16 = {instancePath:instancePath+"/on_schema_change",schemaPath:"#/properties/on_schema_change/type",keyword:"type",params:{type: schema25.properties.on_schema_change.type},schema:schema25.properties.on_schema_change.type,parentSchema:schema25.properties.on_schema_change,data:data17};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.on_configuration_change !== undefined){
let data18 = data.on_configuration_change;
if(!((((data18 === "apply") || (data18 === "continue")) || (data18 === "fail")) || (data18 === null))){
const err17 = {instancePath:instancePath+"/on_configuration_change",schemaPath:"#/properties/on_configuration_change/enum",keyword:"enum",params:{allowedValues: schema25.properties.on_configuration_change.enum},schema:schema25.properties.on_configuration_change.enum,parentSchema:schema25.properties.on_configuration_change,data:data18};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.unique_key !== undefined){
if(!(validate93(data.unique_key, {instancePath:instancePath+"/unique_key",parentData:data,parentDataProperty:"unique_key",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.on_error !== undefined){
let data20 = data.on_error;
if(!(((data20 === "skip_children") || (data20 === "continue")) || (data20 === null))){
const err18 = {instancePath:instancePath+"/on_error",schemaPath:"#/properties/on_error/enum",keyword:"enum",params:{allowedValues: schema25.properties.on_error.enum},schema:schema25.properties.on_error.enum,parentSchema:schema25.properties.on_error,data:data20};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.pre_hook !== undefined){
if(!(validate95(data.pre_hook, {instancePath:instancePath+"/pre_hook",parentData:data,parentDataProperty:"pre_hook",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data["pre-hook"] !== undefined){
if(!(validate95(data["pre-hook"], {instancePath:instancePath+"/pre-hook",parentData:data,parentDataProperty:"pre-hook",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.post_hook !== undefined){
if(!(validate95(data.post_hook, {instancePath:instancePath+"/post_hook",parentData:data,parentDataProperty:"post_hook",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data["post-hook"] !== undefined){
if(!(validate95(data["post-hook"], {instancePath:instancePath+"/post-hook",parentData:data,parentDataProperty:"post-hook",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.latest_version_pointer !== undefined){
let data25 = data.latest_version_pointer;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
const err19 = {instancePath:instancePath+"/latest_version_pointer",schemaPath:"#/properties/latest_version_pointer/type",keyword:"type",params:{type: schema25.properties.latest_version_pointer.type},schema:schema25.properties.latest_version_pointer.type,parentSchema:schema25.properties.latest_version_pointer,data:data25};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
validate88.errors = vErrors;
return errors === 0;
}


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema24.type},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(validate88(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
validate87.errors = vErrors;
return errors === 0;
}

const schema31 = {"type":"object","title":"a column","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"data_type":{"type":["string","null"]},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"quote":{"type":["boolean","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/own_tags"},"docs":{"$ref":"#/$defs/docs"},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"granularity":{"type":["string","null"]},"dimension":{"type":["object","string","null"]},"entity":{"type":["object","string","null"]},"policy_tags":{"$ref":"#/$defs/tags"},"databricks_tags":{"type":["object","null"]},"column_mask":{"type":["object","null"]},"classifiers":{"type":["array","null"]},"identifier":{"type":["string","null"]}}};
const schema32 = {"type":"object","title":"a constraint","required":["type"],"additionalProperties":false,"properties":{"type":{"enum":["not_null","unique","primary_key","foreign_key","check","custom"]},"name":{"type":["string","null"]},"expression":{"type":["string","null"]},"columns":{"type":["array","null"],"items":{"type":"string"}},"to":{"type":["string","null"]},"to_columns":{"type":["array","null"],"items":{"type":"string"}},"warn_unenforced":{"type":["boolean","null"]},"warn_unsupported":{"type":["boolean","null"]}}};

function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema32.required,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "type") || (key0 === "name")) || (key0 === "expression")) || (key0 === "columns")) || (key0 === "to")) || (key0 === "to_columns")) || (key0 === "warn_unenforced")) || (key0 === "warn_unsupported"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(!((((((data0 === "not_null") || (data0 === "unique")) || (data0 === "primary_key")) || (data0 === "foreign_key")) || (data0 === "check")) || (data0 === "custom"))){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema32.properties.type.enum},schema:schema32.properties.type.enum,parentSchema:schema32.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema32.properties.name.type},schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.expression !== undefined){
let data2 = data.expression;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/expression",schemaPath:"#/properties/expression/type",keyword:"type",params:{type: schema32.properties.expression.type},schema:schema32.properties.expression.type,parentSchema:schema32.properties.expression,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.columns !== undefined){
let data3 = data.columns;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema32.properties.columns.type},schema:schema32.properties.columns.type,parentSchema:schema32.properties.columns,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/columns/" + i0,schemaPath:"#/properties/columns/items/type",keyword:"type",params:{type: "string"},schema:schema32.properties.columns.items.type,parentSchema:schema32.properties.columns.items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
if(data.to !== undefined){
let data5 = data.to;
if((typeof data5 !== "string") && (data5 !== null)){
const err7 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: schema32.properties.to.type},schema:schema32.properties.to.type,parentSchema:schema32.properties.to,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.to_columns !== undefined){
let data6 = data.to_columns;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err8 = {instancePath:instancePath+"/to_columns",schemaPath:"#/properties/to_columns/type",keyword:"type",params:{type: schema32.properties.to_columns.type},schema:schema32.properties.to_columns.type,parentSchema:schema32.properties.to_columns,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/to_columns/" + i1,schemaPath:"#/properties/to_columns/items/type",keyword:"type",params:{type: "string"},schema:schema32.properties.to_columns.items.type,parentSchema:schema32.properties.to_columns.items,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
if(data.warn_unenforced !== undefined){
let data8 = data.warn_unenforced;
if((typeof data8 !== "boolean") && (data8 !== null)){
const err10 = {instancePath:instancePath+"/warn_unenforced",schemaPath:"#/properties/warn_unenforced/type",keyword:"type",params:{type: schema32.properties.warn_unenforced.type},schema:schema32.properties.warn_unenforced.type,parentSchema:schema32.properties.warn_unenforced,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.warn_unsupported !== undefined){
let data9 = data.warn_unsupported;
if((typeof data9 !== "boolean") && (data9 !== null)){
const err11 = {instancePath:instancePath+"/warn_unsupported",schemaPath:"#/properties/warn_unsupported/type",keyword:"type",params:{type: schema32.properties.warn_unsupported.type},schema:schema32.properties.warn_unsupported.type,parentSchema:schema32.properties.warn_unsupported,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate109.errors = vErrors;
return errors === 0;
}

const schema33 = {"type":["array","null"],"items":{"type":"string"}};

function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema33.type},schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},schema:schema33.items.type,parentSchema:schema33.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
validate112.errors = vErrors;
return errors === 0;
}

const schema34 = {"type":["string","object"]};

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema34.type},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}


function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema31.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema31.properties.name.type,parentSchema:schema31.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema31.properties.description.type},schema:schema31.properties.description.type,parentSchema:schema31.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.data_type !== undefined){
let data2 = data.data_type;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/data_type",schemaPath:"#/properties/data_type/type",keyword:"type",params:{type: schema31.properties.data_type.type},schema:schema31.properties.data_type.type,parentSchema:schema31.properties.data_type,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.constraints !== undefined){
let data3 = data.constraints;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err5 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: schema31.properties.constraints.type},schema:schema31.properties.constraints.type,parentSchema:schema31.properties.constraints,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate109(data3[i0], {instancePath:instancePath+"/constraints/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
}
if(data.quote !== undefined){
let data5 = data.quote;
if((typeof data5 !== "boolean") && (data5 !== null)){
const err6 = {instancePath:instancePath+"/quote",schemaPath:"#/properties/quote/type",keyword:"type",params:{type: schema31.properties.quote.type},schema:schema31.properties.quote.type,parentSchema:schema31.properties.quote,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data7 = data.meta;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
const err7 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema31.properties.meta.type},schema:schema31.properties.meta.type,parentSchema:schema31.properties.meta,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tags !== undefined){
if(!(validate112(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.tests !== undefined){
let data10 = data.tests;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err8 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: schema31.properties.tests.type},schema:schema31.properties.tests.type,parentSchema:schema31.properties.tests,data:data10};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(!(validate115(data10[i1], {instancePath:instancePath+"/tests/" + i1,parentData:data10,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.data_tests !== undefined){
let data12 = data.data_tests;
if((!(Array.isArray(data12))) && (data12 !== null)){
const err9 = {instancePath:instancePath+"/data_tests",schemaPath:"#/properties/data_tests/type",keyword:"type",params:{type: schema31.properties.data_tests.type},schema:schema31.properties.data_tests.type,parentSchema:schema31.properties.data_tests,data:data12};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
if(!(validate115(data12[i2], {instancePath:instancePath+"/data_tests/" + i2,parentData:data12,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.granularity !== undefined){
let data14 = data.granularity;
if((typeof data14 !== "string") && (data14 !== null)){
const err10 = {instancePath:instancePath+"/granularity",schemaPath:"#/properties/granularity/type",keyword:"type",params:{type: schema31.properties.granularity.type},schema:schema31.properties.granularity.type,parentSchema:schema31.properties.granularity,data:data14};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.dimension !== undefined){
let data15 = data.dimension;
if(((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (typeof data15 !== "string")) && (data15 !== null)){
const err11 = {instancePath:instancePath+"/dimension",schemaPath:"#/properties/dimension/type",keyword:"type",params:{type: schema31.properties.dimension.type},schema:schema31.properties.dimension.type,parentSchema:schema31.properties.dimension,data:data15};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.entity !== undefined){
let data16 = data.entity;
if(((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (typeof data16 !== "string")) && (data16 !== null)){
const err12 = {instancePath:instancePath+"/entity",schemaPath:"#/properties/entity/type",keyword:"type",params:{type: schema31.properties.entity.type},schema:schema31.properties.entity.type,parentSchema:schema31.properties.entity,data:data16};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.policy_tags !== undefined){
if(!(validate93(data.policy_tags, {instancePath:instancePath+"/policy_tags",parentData:data,parentDataProperty:"policy_tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.databricks_tags !== undefined){
let data18 = data.databricks_tags;
if((!(data18 && typeof data18 == "object" && !Array.isArray(data18))) && (data18 !== null)){
const err13 = {instancePath:instancePath+"/databricks_tags",schemaPath:"#/properties/databricks_tags/type",keyword:"type",params:{type: schema31.properties.databricks_tags.type},schema:schema31.properties.databricks_tags.type,parentSchema:schema31.properties.databricks_tags,data:data18};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.column_mask !== undefined){
let data19 = data.column_mask;
if((!(data19 && typeof data19 == "object" && !Array.isArray(data19))) && (data19 !== null)){
const err14 = {instancePath:instancePath+"/column_mask",schemaPath:"#/properties/column_mask/type",keyword:"type",params:{type: schema31.properties.column_mask.type},schema:schema31.properties.column_mask.type,parentSchema:schema31.properties.column_mask,data:data19};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.classifiers !== undefined){
let data20 = data.classifiers;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err15 = {instancePath:instancePath+"/classifiers",schemaPath:"#/properties/classifiers/type",keyword:"type",params:{type: schema31.properties.classifiers.type},schema:schema31.properties.classifiers.type,parentSchema:schema31.properties.classifiers,data:data20};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.identifier !== undefined){
let data21 = data.identifier;
if((typeof data21 !== "string") && (data21 !== null)){
const err16 = {instancePath:instancePath+"/identifier",schemaPath:"#/properties/identifier/type",keyword:"type",params:{type: schema31.properties.identifier.type},schema:schema31.properties.identifier.type,parentSchema:schema31.properties.identifier,data:data21};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate108.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":["string","number","object","null"]};

function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (!(data && typeof data == "object" && !Array.isArray(data)))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema35.type},schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate124.errors = vErrors;
return errors === 0;
}

const schema36 = {"type":"object","title":"a choice of columns","additionalProperties":false,"anyOf":[{"required":["include"]},{"required":["exclude"]}],"properties":{"include":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]},"exclude":{"type":["array","null"],"items":{"type":"string"}}}};

function validate134(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.include === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: "include"},schema:schema36.anyOf[0].required,parentSchema:schema36.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exclude === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "exclude"},schema:schema36.anyOf[1].required,parentSchema:schema36.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema36.anyOf,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "include") || (key0 === "exclude"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.include !== undefined){
let data0 = data.include;
const _errs6 = errors;
let valid2 = false;
const _errs7 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
const err4 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/anyOf/0/type",keyword:"type",params:{type: schema36.properties.include.anyOf[0].type},schema:schema36.properties.include.anyOf[0].type,parentSchema:schema36.properties.include.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid1 = _errs7 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs9 = errors;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema36.properties.include.anyOf[1].items.type,parentSchema:schema36.properties.include.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema36.properties.include.anyOf[1].type,parentSchema:schema36.properties.include.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs9 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err7 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/anyOf",keyword:"anyOf",params:{},schema:schema36.properties.include.anyOf,parentSchema:schema36.properties.include,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
if(data.exclude !== undefined){
let data2 = data.exclude;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err8 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: schema36.properties.exclude.type},schema:schema36.properties.exclude.type,parentSchema:schema36.properties.exclude,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"},schema:schema36.properties.exclude.items.type,parentSchema:schema36.properties.exclude.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate134.errors = vErrors;
return errors === 0;
}

const schema37 = {"type":["object","null"],"title":"a time spine","$comment":"refused","required":["standard_granularity_column"],"additionalProperties":false,"properties":{"standard_granularity_column":{"type":"string"},"custom_granularities":{"type":"array","items":{"$ref":"#/$defs/custom_granularity"}}}};
const schema38 = {"type":"object","title":"a custom granularity","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"column_name":{"type":["string","null"]}}};

function validate137(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "name") || (key0 === "column_name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema38.properties.name.type,parentSchema:schema38.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.column_name !== undefined){
let data1 = data.column_name;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/column_name",schemaPath:"#/properties/column_name/type",keyword:"type",params:{type: schema38.properties.column_name.type},schema:schema38.properties.column_name.type,parentSchema:schema38.properties.column_name,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate137.errors = vErrors;
return errors === 0;
}


function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema37.type},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.standard_granularity_column === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "standard_granularity_column"},schema:schema37.required,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "standard_granularity_column") || (key0 === "custom_granularities"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.standard_granularity_column !== undefined){
let data0 = data.standard_granularity_column;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/standard_granularity_column",schemaPath:"#/properties/standard_granularity_column/type",keyword:"type",params:{type: "string"},schema:schema37.properties.standard_granularity_column.type,parentSchema:schema37.properties.standard_granularity_column,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.custom_granularities !== undefined){
let data1 = data.custom_granularities;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate137(data1[i0], {instancePath:instancePath+"/custom_granularities/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/custom_granularities",schemaPath:"#/properties/custom_granularities/type",keyword:"type",params:{type: "array"},schema:schema37.properties.custom_granularities.type,parentSchema:schema37.properties.custom_granularities,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate136.errors = vErrors;
return errors === 0;
}

const schema39 = {"type":"object","title":"a metric","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"label":{"type":["string","null"]},"description":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"time_granularity":{"type":["string","null"]},"config":{"type":"object"},"hidden":{"type":"boolean"},"agg":{"type":["string","null"]},"percentile":{"type":["number","null"]},"percentile_type":{"type":["string","null"]},"join_to_timespine":{"type":["boolean","null"]},"fill_nulls_with":{"type":["integer","null"]},"expr":{"type":["string","integer","null"]},"non_additive_dimension":{"$ref":"#/$defs/non_additive_new"},"agg_time_dimension":{"type":["string","null"]},"window":{"type":["string","null"]},"grain_to_date":{"type":["string","null"]},"period_agg":{"type":"string"},"input_metric":{"$ref":"#/$defs/metric_input"},"numerator":{"$ref":"#/$defs/metric_input"},"denominator":{"$ref":"#/$defs/metric_input"},"input_metrics":{"type":["array","null"],"items":{"$ref":"#/$defs/metric_input"}},"entity":{"type":["string","null"]},"calculation":{"type":["string","null"]},"base_metric":{"$ref":"#/$defs/metric_input"},"conversion_metric":{"$ref":"#/$defs/metric_input"},"constant_properties":{"type":["array","null"],"items":{"$ref":"#/$defs/constant_property"}}}};
const schema40 = {"type":["object","null"],"title":"non_additive_dimension","$comment":"refused","required":["name","window_agg"],"additionalProperties":false,"properties":{"name":{"type":"string"},"window_agg":{"type":"string"},"group_by":{"type":"array","items":{"type":"string"}}}};

function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema40.type},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.window_agg === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "window_agg"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "window_agg")) || (key0 === "group_by"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema40.properties.name.type,parentSchema:schema40.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.window_agg !== undefined){
let data1 = data.window_agg;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/window_agg",schemaPath:"#/properties/window_agg/type",keyword:"type",params:{type: "string"},schema:schema40.properties.window_agg.type,parentSchema:schema40.properties.window_agg,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.group_by !== undefined){
let data2 = data.group_by;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/group_by/" + i0,schemaPath:"#/properties/group_by/items/type",keyword:"type",params:{type: "string"},schema:schema40.properties.group_by.items.type,parentSchema:schema40.properties.group_by.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/type",keyword:"type",params:{type: "array"},schema:schema40.properties.group_by.type,parentSchema:schema40.properties.group_by,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
validate141.errors = vErrors;
return errors === 0;
}

const schema41 = {"type":["object","string","null"],"title":"a metric for input","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"alias":{"type":["string","null"]},"offset_window":{"type":["string","null"]},"offset_to_grain":{"type":["string","null"]}}};

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema41.type},schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "filter")) || (key0 === "alias")) || (key0 === "offset_window")) || (key0 === "offset_to_grain"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema41.properties.name.type,parentSchema:schema41.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.filter !== undefined){
let data1 = data.filter;
if(((typeof data1 !== "string") && (!(Array.isArray(data1)))) && (data1 !== null)){
const err4 = {instancePath:instancePath+"/filter",schemaPath:"#/properties/filter/type",keyword:"type",params:{type: schema41.properties.filter.type},schema:schema41.properties.filter.type,parentSchema:schema41.properties.filter,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/filter/" + i0,schemaPath:"#/properties/filter/items/type",keyword:"type",params:{type: "string"},schema:schema41.properties.filter.items.type,parentSchema:schema41.properties.filter.items,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
if(data.alias !== undefined){
let data3 = data.alias;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: schema41.properties.alias.type},schema:schema41.properties.alias.type,parentSchema:schema41.properties.alias,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.offset_window !== undefined){
let data4 = data.offset_window;
if((typeof data4 !== "string") && (data4 !== null)){
const err7 = {instancePath:instancePath+"/offset_window",schemaPath:"#/properties/offset_window/type",keyword:"type",params:{type: schema41.properties.offset_window.type},schema:schema41.properties.offset_window.type,parentSchema:schema41.properties.offset_window,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.offset_to_grain !== undefined){
let data5 = data.offset_to_grain;
if((typeof data5 !== "string") && (data5 !== null)){
const err8 = {instancePath:instancePath+"/offset_to_grain",schemaPath:"#/properties/offset_to_grain/type",keyword:"type",params:{type: schema41.properties.offset_to_grain.type},schema:schema41.properties.offset_to_grain.type,parentSchema:schema41.properties.offset_to_grain,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
validate143.errors = vErrors;
return errors === 0;
}

const schema42 = {"type":"object","title":"a constant property","$comment":"refused","required":["base_property","conversion_property"],"additionalProperties":false,"properties":{"base_property":{"type":"string"},"conversion_property":{"type":"string"}}};

function validate150(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.base_property === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "base_property"},schema:schema42.required,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.conversion_property === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "conversion_property"},schema:schema42.required,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "base_property") || (key0 === "conversion_property"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.base_property !== undefined){
let data0 = data.base_property;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/base_property",schemaPath:"#/properties/base_property/type",keyword:"type",params:{type: "string"},schema:schema42.properties.base_property.type,parentSchema:schema42.properties.base_property,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.conversion_property !== undefined){
let data1 = data.conversion_property;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/conversion_property",schemaPath:"#/properties/conversion_property/type",keyword:"type",params:{type: "string"},schema:schema42.properties.conversion_property.type,parentSchema:schema42.properties.conversion_property,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate150.errors = vErrors;
return errors === 0;
}


function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema39.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema39.properties.name.type,parentSchema:schema39.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema39.properties.type.type,parentSchema:schema39.properties.type,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.label !== undefined){
let data2 = data.label;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema39.properties.label.type},schema:schema39.properties.label.type,parentSchema:schema39.properties.label,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema39.properties.description.type,parentSchema:schema39.properties.description,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.filter !== undefined){
let data4 = data.filter;
if(((typeof data4 !== "string") && (!(Array.isArray(data4)))) && (data4 !== null)){
const err6 = {instancePath:instancePath+"/filter",schemaPath:"#/properties/filter/type",keyword:"type",params:{type: schema39.properties.filter.type},schema:schema39.properties.filter.type,parentSchema:schema39.properties.filter,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/filter/" + i0,schemaPath:"#/properties/filter/items/type",keyword:"type",params:{type: "string"},schema:schema39.properties.filter.items.type,parentSchema:schema39.properties.filter.items,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data.time_granularity !== undefined){
let data6 = data.time_granularity;
if((typeof data6 !== "string") && (data6 !== null)){
const err8 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/type",keyword:"type",params:{type: schema39.properties.time_granularity.type},schema:schema39.properties.time_granularity.type,parentSchema:schema39.properties.time_granularity,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.config !== undefined){
let data7 = data.config;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
const err9 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema39.properties.config.type,parentSchema:schema39.properties.config,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.hidden !== undefined){
let data8 = data.hidden;
if(typeof data8 !== "boolean"){
const err10 = {instancePath:instancePath+"/hidden",schemaPath:"#/properties/hidden/type",keyword:"type",params:{type: "boolean"},schema:schema39.properties.hidden.type,parentSchema:schema39.properties.hidden,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.agg !== undefined){
let data9 = data.agg;
if((typeof data9 !== "string") && (data9 !== null)){
const err11 = {instancePath:instancePath+"/agg",schemaPath:"#/properties/agg/type",keyword:"type",params:{type: schema39.properties.agg.type},schema:schema39.properties.agg.type,parentSchema:schema39.properties.agg,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.percentile !== undefined){
let data10 = data.percentile;
if((!((typeof data10 == "number") && (isFinite(data10)))) && (data10 !== null)){
const err12 = {instancePath:instancePath+"/percentile",schemaPath:"#/properties/percentile/type",keyword:"type",params:{type: schema39.properties.percentile.type},schema:schema39.properties.percentile.type,parentSchema:schema39.properties.percentile,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.percentile_type !== undefined){
let data11 = data.percentile_type;
if((typeof data11 !== "string") && (data11 !== null)){
const err13 = {instancePath:instancePath+"/percentile_type",schemaPath:"#/properties/percentile_type/type",keyword:"type",params:{type: schema39.properties.percentile_type.type},schema:schema39.properties.percentile_type.type,parentSchema:schema39.properties.percentile_type,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.join_to_timespine !== undefined){
let data12 = data.join_to_timespine;
if((typeof data12 !== "boolean") && (data12 !== null)){
const err14 = {instancePath:instancePath+"/join_to_timespine",schemaPath:"#/properties/join_to_timespine/type",keyword:"type",params:{type: schema39.properties.join_to_timespine.type},schema:schema39.properties.join_to_timespine.type,parentSchema:schema39.properties.join_to_timespine,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.fill_nulls_with !== undefined){
let data13 = data.fill_nulls_with;
if((!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))) && (data13 !== null)){
const err15 = {instancePath:instancePath+"/fill_nulls_with",schemaPath:"#/properties/fill_nulls_with/type",keyword:"type",params:{type: schema39.properties.fill_nulls_with.type},schema:schema39.properties.fill_nulls_with.type,parentSchema:schema39.properties.fill_nulls_with,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.expr !== undefined){
let data14 = data.expr;
if(((typeof data14 !== "string") && (!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14))))) && (data14 !== null)){
const err16 = {instancePath:instancePath+"/expr",schemaPath:"#/properties/expr/type",keyword:"type",params:{type: schema39.properties.expr.type},schema:schema39.properties.expr.type,parentSchema:schema39.properties.expr,data:data14};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.non_additive_dimension !== undefined){
if(!(validate141(data.non_additive_dimension, {instancePath:instancePath+"/non_additive_dimension",parentData:data,parentDataProperty:"non_additive_dimension",rootData}))){
vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
errors = vErrors.length;
}
}
if(data.agg_time_dimension !== undefined){
let data16 = data.agg_time_dimension;
if((typeof data16 !== "string") && (data16 !== null)){
const err17 = {instancePath:instancePath+"/agg_time_dimension",schemaPath:"#/properties/agg_time_dimension/type",keyword:"type",params:{type: schema39.properties.agg_time_dimension.type},schema:schema39.properties.agg_time_dimension.type,parentSchema:schema39.properties.agg_time_dimension,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.window !== undefined){
let data17 = data.window;
if((typeof data17 !== "string") && (data17 !== null)){
const err18 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/type",keyword:"type",params:{type: schema39.properties.window.type},schema:schema39.properties.window.type,parentSchema:schema39.properties.window,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.grain_to_date !== undefined){
let data18 = data.grain_to_date;
if((typeof data18 !== "string") && (data18 !== null)){
const err19 = {instancePath:instancePath+"/grain_to_date",schemaPath:"#/properties/grain_to_date/type",keyword:"type",params:{type: schema39.properties.grain_to_date.type},schema:schema39.properties.grain_to_date.type,parentSchema:schema39.properties.grain_to_date,data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.period_agg !== undefined){
let data19 = data.period_agg;
if(typeof data19 !== "string"){
const err20 = {instancePath:instancePath+"/period_agg",schemaPath:"#/properties/period_agg/type",keyword:"type",params:{type: "string"},schema:schema39.properties.period_agg.type,parentSchema:schema39.properties.period_agg,data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.input_metric !== undefined){
if(!(validate143(data.input_metric, {instancePath:instancePath+"/input_metric",parentData:data,parentDataProperty:"input_metric",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.numerator !== undefined){
if(!(validate143(data.numerator, {instancePath:instancePath+"/numerator",parentData:data,parentDataProperty:"numerator",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.denominator !== undefined){
if(!(validate143(data.denominator, {instancePath:instancePath+"/denominator",parentData:data,parentDataProperty:"denominator",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.input_metrics !== undefined){
let data23 = data.input_metrics;
if((!(Array.isArray(data23))) && (data23 !== null)){
const err21 = {instancePath:instancePath+"/input_metrics",schemaPath:"#/properties/input_metrics/type",keyword:"type",params:{type: schema39.properties.input_metrics.type},schema:schema39.properties.input_metrics.type,parentSchema:schema39.properties.input_metrics,data:data23};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(Array.isArray(data23)){
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
if(!(validate143(data23[i1], {instancePath:instancePath+"/input_metrics/" + i1,parentData:data23,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
}
}
if(data.entity !== undefined){
let data25 = data.entity;
if((typeof data25 !== "string") && (data25 !== null)){
const err22 = {instancePath:instancePath+"/entity",schemaPath:"#/properties/entity/type",keyword:"type",params:{type: schema39.properties.entity.type},schema:schema39.properties.entity.type,parentSchema:schema39.properties.entity,data:data25};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.calculation !== undefined){
let data26 = data.calculation;
if((typeof data26 !== "string") && (data26 !== null)){
const err23 = {instancePath:instancePath+"/calculation",schemaPath:"#/properties/calculation/type",keyword:"type",params:{type: schema39.properties.calculation.type},schema:schema39.properties.calculation.type,parentSchema:schema39.properties.calculation,data:data26};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.base_metric !== undefined){
if(!(validate143(data.base_metric, {instancePath:instancePath+"/base_metric",parentData:data,parentDataProperty:"base_metric",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.conversion_metric !== undefined){
if(!(validate143(data.conversion_metric, {instancePath:instancePath+"/conversion_metric",parentData:data,parentDataProperty:"conversion_metric",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.constant_properties !== undefined){
let data29 = data.constant_properties;
if((!(Array.isArray(data29))) && (data29 !== null)){
const err24 = {instancePath:instancePath+"/constant_properties",schemaPath:"#/properties/constant_properties/type",keyword:"type",params:{type: schema39.properties.constant_properties.type},schema:schema39.properties.constant_properties.type,parentSchema:schema39.properties.constant_properties,data:data29};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(Array.isArray(data29)){
const len2 = data29.length;
for(let i2=0; i2<len2; i2++){
if(!(validate150(data29[i2], {instancePath:instancePath+"/constant_properties/" + i2,parentData:data29,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate150.errors : vErrors.concat(validate150.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}

const pattern3 = new RegExp("^\\d{4}-?\\d\\d-?\\d\\d", "u");

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema23.required,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema23.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema23.properties.name.type,parentSchema:schema23.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema23.properties.description.type},schema:schema23.properties.description.type,parentSchema:schema23.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data3 = data.meta;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema23.properties.meta.type},schema:schema23.properties.meta.type,parentSchema:schema23.properties.meta,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
let data6 = data.columns;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema23.properties.columns.type},schema:schema23.properties.columns.type,parentSchema:schema23.properties.columns,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate108(data6[i0], {instancePath:instancePath+"/columns/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
}
if(data.tests !== undefined){
let data8 = data.tests;
if((!(Array.isArray(data8))) && (data8 !== null)){
const err6 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: schema23.properties.tests.type},schema:schema23.properties.tests.type,parentSchema:schema23.properties.tests,data:data8};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate115(data8[i1], {instancePath:instancePath+"/tests/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.data_tests !== undefined){
let data10 = data.data_tests;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err7 = {instancePath:instancePath+"/data_tests",schemaPath:"#/properties/data_tests/type",keyword:"type",params:{type: schema23.properties.data_tests.type},schema:schema23.properties.data_tests.type,parentSchema:schema23.properties.data_tests,data:data10};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate115(data10[i2], {instancePath:instancePath+"/data_tests/" + i2,parentData:data10,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.constraints !== undefined){
let data12 = data.constraints;
if((!(Array.isArray(data12))) && (data12 !== null)){
const err8 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: schema23.properties.constraints.type},schema:schema23.properties.constraints.type,parentSchema:schema23.properties.constraints,data:data12};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!(validate109(data12[i3], {instancePath:instancePath+"/constraints/" + i3,parentData:data12,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
}
if(data.access !== undefined){
if(!(validate91(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data15 = data.group;
if((typeof data15 !== "string") && (data15 !== null)){
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema23.properties.group.type},schema:schema23.properties.group.type,parentSchema:schema23.properties.group,data:data15};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.quote_columns !== undefined){
let data16 = data.quote_columns;
if((typeof data16 !== "boolean") && (data16 !== null)){
const err10 = {instancePath:instancePath+"/quote_columns",schemaPath:"#/properties/quote_columns/type",keyword:"type",params:{type: schema23.properties.quote_columns.type},schema:schema23.properties.quote_columns.type,parentSchema:schema23.properties.quote_columns,data:data16};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.contract !== undefined){
let data17 = data.contract;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err11 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: schema23.properties.contract.type},schema:schema23.properties.contract.type,parentSchema:schema23.properties.contract,data:data17};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.latest_version !== undefined){
if(!(validate124(data.latest_version, {instancePath:instancePath+"/latest_version",parentData:data,parentDataProperty:"latest_version",rootData}))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
if(data.deprecation_date !== undefined){
let data19 = data.deprecation_date;
if((typeof data19 !== "string") && (data19 !== null)){
const err12 = {instancePath:instancePath+"/deprecation_date",schemaPath:"#/properties/deprecation_date/type",keyword:"type",params:{type: schema23.properties.deprecation_date.type},schema:schema23.properties.deprecation_date.type,parentSchema:schema23.properties.deprecation_date,data:data19};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data19 === "string"){
if(!pattern3.test(data19)){
const err13 = {instancePath:instancePath+"/deprecation_date",schemaPath:"#/properties/deprecation_date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-?\\d\\d-?\\d\\d"},schema:"^\\d{4}-?\\d\\d-?\\d\\d",parentSchema:schema23.properties.deprecation_date,data:data19};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.versions !== undefined){
let data20 = data.versions;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err14 = {instancePath:instancePath+"/versions",schemaPath:"#/properties/versions/type",keyword:"type",params:{type: schema23.properties.versions.type},schema:schema23.properties.versions.type,parentSchema:schema23.properties.versions,data:data20};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
let data21 = data20[i4];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.v === undefined){
const err15 = {instancePath:instancePath+"/versions/" + i4,schemaPath:"#/properties/versions/items/required",keyword:"required",params:{missingProperty: "v"},schema:schema23.properties.versions.items.required,parentSchema:schema23.properties.versions.items,data:data21};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key1 in data21){
if(!(func2.call(schema23.properties.versions.items.properties, key1))){
const err16 = {instancePath:instancePath+"/versions/" + i4,schemaPath:"#/properties/versions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema23.properties.versions.items,data:data21};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data21.v !== undefined){
if(!(validate124(data21.v, {instancePath:instancePath+"/versions/" + i4+"/v",parentData:data21,parentDataProperty:"v",rootData}))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
if(data21.defined_in !== undefined){
let data23 = data21.defined_in;
if((typeof data23 !== "string") && (data23 !== null)){
const err17 = {instancePath:instancePath+"/versions/" + i4+"/defined_in",schemaPath:"#/properties/versions/items/properties/defined_in/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.defined_in.type},schema:schema23.properties.versions.items.properties.defined_in.type,parentSchema:schema23.properties.versions.items.properties.defined_in,data:data23};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data21.description !== undefined){
let data24 = data21.description;
if((typeof data24 !== "string") && (data24 !== null)){
const err18 = {instancePath:instancePath+"/versions/" + i4+"/description",schemaPath:"#/properties/versions/items/properties/description/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.description.type},schema:schema23.properties.versions.items.properties.description.type,parentSchema:schema23.properties.versions.items.properties.description,data:data24};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data21.access !== undefined){
if(!(validate91(data21.access, {instancePath:instancePath+"/versions/" + i4+"/access",parentData:data21,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data21.config !== undefined){
if(!(validate87(data21.config, {instancePath:instancePath+"/versions/" + i4+"/config",parentData:data21,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data21.constraints !== undefined){
let data27 = data21.constraints;
if((!(Array.isArray(data27))) && (data27 !== null)){
const err19 = {instancePath:instancePath+"/versions/" + i4+"/constraints",schemaPath:"#/properties/versions/items/properties/constraints/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.constraints.type},schema:schema23.properties.versions.items.properties.constraints.type,parentSchema:schema23.properties.versions.items.properties.constraints,data:data27};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(Array.isArray(data27)){
const len5 = data27.length;
for(let i5=0; i5<len5; i5++){
if(!(validate109(data27[i5], {instancePath:instancePath+"/versions/" + i4+"/constraints/" + i5,parentData:data27,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
}
if(data21.docs !== undefined){
if(!(validate89(data21.docs, {instancePath:instancePath+"/versions/" + i4+"/docs",parentData:data21,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data21.data_tests !== undefined){
let data30 = data21.data_tests;
if((!(Array.isArray(data30))) && (data30 !== null)){
const err20 = {instancePath:instancePath+"/versions/" + i4+"/data_tests",schemaPath:"#/properties/versions/items/properties/data_tests/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.data_tests.type},schema:schema23.properties.versions.items.properties.data_tests.type,parentSchema:schema23.properties.versions.items.properties.data_tests,data:data30};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(Array.isArray(data30)){
const len6 = data30.length;
for(let i6=0; i6<len6; i6++){
if(!(validate115(data30[i6], {instancePath:instancePath+"/versions/" + i4+"/data_tests/" + i6,parentData:data30,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data21.tests !== undefined){
let data32 = data21.tests;
if((!(Array.isArray(data32))) && (data32 !== null)){
const err21 = {instancePath:instancePath+"/versions/" + i4+"/tests",schemaPath:"#/properties/versions/items/properties/tests/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.tests.type},schema:schema23.properties.versions.items.properties.tests.type,parentSchema:schema23.properties.versions.items.properties.tests,data:data32};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(Array.isArray(data32)){
const len7 = data32.length;
for(let i7=0; i7<len7; i7++){
if(!(validate115(data32[i7], {instancePath:instancePath+"/versions/" + i4+"/tests/" + i7,parentData:data32,parentDataProperty:i7,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data21.columns !== undefined){
let data34 = data21.columns;
if((!(Array.isArray(data34))) && (data34 !== null)){
const err22 = {instancePath:instancePath+"/versions/" + i4+"/columns",schemaPath:"#/properties/versions/items/properties/columns/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.columns.type},schema:schema23.properties.versions.items.properties.columns.type,parentSchema:schema23.properties.versions.items.properties.columns,data:data34};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(Array.isArray(data34)){
const len8 = data34.length;
for(let i8=0; i8<len8; i8++){
let data35 = data34[i8];
const _errs58 = errors;
let valid20 = false;
const _errs59 = errors;
if(!(validate108(data35, {instancePath:instancePath+"/versions/" + i4+"/columns/" + i8,parentData:data34,parentDataProperty:i8,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
var _valid0 = _errs59 === errors;
valid20 = valid20 || _valid0;
if(!valid20){
const _errs60 = errors;
if(!(validate134(data35, {instancePath:instancePath+"/versions/" + i4+"/columns/" + i8,parentData:data34,parentDataProperty:i8,rootData}))){
vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
errors = vErrors.length;
}
var _valid0 = _errs60 === errors;
valid20 = valid20 || _valid0;
}
if(!valid20){
const err23 = {instancePath:instancePath+"/versions/" + i4+"/columns/" + i8,schemaPath:"#/properties/versions/items/properties/columns/items/anyOf",keyword:"anyOf",params:{},schema:schema23.properties.versions.items.properties.columns.items.anyOf,parentSchema:schema23.properties.versions.items.properties.columns.items,data:data35};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
}
}
}
}
if(data21.deprecation_date !== undefined){
let data36 = data21.deprecation_date;
if((typeof data36 !== "string") && (data36 !== null)){
const err24 = {instancePath:instancePath+"/versions/" + i4+"/deprecation_date",schemaPath:"#/properties/versions/items/properties/deprecation_date/type",keyword:"type",params:{type: schema23.properties.versions.items.properties.deprecation_date.type},schema:schema23.properties.versions.items.properties.deprecation_date.type,parentSchema:schema23.properties.versions.items.properties.deprecation_date,data:data36};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data36 === "string"){
if(!pattern3.test(data36)){
const err25 = {instancePath:instancePath+"/versions/" + i4+"/deprecation_date",schemaPath:"#/properties/versions/items/properties/deprecation_date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-?\\d\\d-?\\d\\d"},schema:"^\\d{4}-?\\d\\d-?\\d\\d",parentSchema:schema23.properties.versions.items.properties.deprecation_date,data:data36};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/versions/" + i4,schemaPath:"#/properties/versions/items/type",keyword:"type",params:{type: "object"},schema:schema23.properties.versions.items.type,parentSchema:schema23.properties.versions.items,data:data21};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
if(data.time_spine !== undefined){
if(!(validate136(data.time_spine, {instancePath:instancePath+"/time_spine",parentData:data,parentDataProperty:"time_spine",rootData}))){
vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
errors = vErrors.length;
}
}
if(data.semantic_model !== undefined){
let data38 = data.semantic_model;
if(((!(data38 && typeof data38 == "object" && !Array.isArray(data38))) && (typeof data38 !== "boolean")) && (data38 !== null)){
const err27 = {instancePath:instancePath+"/semantic_model",schemaPath:"#/properties/semantic_model/type",keyword:"type",params:{type: schema23.properties.semantic_model.type},schema:schema23.properties.semantic_model.type,parentSchema:schema23.properties.semantic_model,data:data38};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key2 in data38){
if(!((((key2 === "name") || (key2 === "enabled")) || (key2 === "group")) || (key2 === "config"))){
const err28 = {instancePath:instancePath+"/semantic_model",schemaPath:"#/properties/semantic_model/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema23.properties.semantic_model,data:data38};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data38.name !== undefined){
let data39 = data38.name;
if((typeof data39 !== "string") && (data39 !== null)){
const err29 = {instancePath:instancePath+"/semantic_model/name",schemaPath:"#/properties/semantic_model/properties/name/type",keyword:"type",params:{type: schema23.properties.semantic_model.properties.name.type},schema:schema23.properties.semantic_model.properties.name.type,parentSchema:schema23.properties.semantic_model.properties.name,data:data39};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data38.enabled !== undefined){
let data40 = data38.enabled;
if(typeof data40 !== "boolean"){
const err30 = {instancePath:instancePath+"/semantic_model/enabled",schemaPath:"#/properties/semantic_model/properties/enabled/type",keyword:"type",params:{type: "boolean"},schema:schema23.properties.semantic_model.properties.enabled.type,parentSchema:schema23.properties.semantic_model.properties.enabled,data:data40};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data38.group !== undefined){
let data41 = data38.group;
if((typeof data41 !== "string") && (data41 !== null)){
const err31 = {instancePath:instancePath+"/semantic_model/group",schemaPath:"#/properties/semantic_model/properties/group/type",keyword:"type",params:{type: schema23.properties.semantic_model.properties.group.type},schema:schema23.properties.semantic_model.properties.group.type,parentSchema:schema23.properties.semantic_model.properties.group,data:data41};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data38.config !== undefined){
let data42 = data38.config;
if((!(data42 && typeof data42 == "object" && !Array.isArray(data42))) && (data42 !== null)){
const err32 = {instancePath:instancePath+"/semantic_model/config",schemaPath:"#/properties/semantic_model/properties/config/type",keyword:"type",params:{type: schema23.properties.semantic_model.properties.config.type},schema:schema23.properties.semantic_model.properties.config.type,parentSchema:schema23.properties.semantic_model.properties.config,data:data42};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
if(data.primary_entity !== undefined){
let data43 = data.primary_entity;
if((typeof data43 !== "string") && (data43 !== null)){
const err33 = {instancePath:instancePath+"/primary_entity",schemaPath:"#/properties/primary_entity/type",keyword:"type",params:{type: schema23.properties.primary_entity.type},schema:schema23.properties.primary_entity.type,parentSchema:schema23.properties.primary_entity,data:data43};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.agg_time_dimension !== undefined){
let data44 = data.agg_time_dimension;
if((typeof data44 !== "string") && (data44 !== null)){
const err34 = {instancePath:instancePath+"/agg_time_dimension",schemaPath:"#/properties/agg_time_dimension/type",keyword:"type",params:{type: schema23.properties.agg_time_dimension.type},schema:schema23.properties.agg_time_dimension.type,parentSchema:schema23.properties.agg_time_dimension,data:data44};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.metrics !== undefined){
let data45 = data.metrics;
if((!(Array.isArray(data45))) && (data45 !== null)){
const err35 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: schema23.properties.metrics.type},schema:schema23.properties.metrics.type,parentSchema:schema23.properties.metrics,data:data45};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(Array.isArray(data45)){
const len9 = data45.length;
for(let i9=0; i9<len9; i9++){
if(!(validate140(data45[i9], {instancePath:instancePath+"/metrics/" + i9,parentData:data45,parentDataProperty:i9,rootData}))){
vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
errors = vErrors.length;
}
}
}
}
if(data.derived_semantics !== undefined){
let data47 = data.derived_semantics;
if((!(data47 && typeof data47 == "object" && !Array.isArray(data47))) && (data47 !== null)){
const err36 = {instancePath:instancePath+"/derived_semantics",schemaPath:"#/properties/derived_semantics/type",keyword:"type",params:{type: schema23.properties.derived_semantics.type},schema:schema23.properties.derived_semantics.type,parentSchema:schema23.properties.derived_semantics,data:data47};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.identifier !== undefined){
let data48 = data.identifier;
if((typeof data48 !== "string") && (data48 !== null)){
const err37 = {instancePath:instancePath+"/identifier",schemaPath:"#/properties/identifier/type",keyword:"type",params:{type: schema23.properties.identifier.type},schema:schema23.properties.identifier.type,parentSchema:schema23.properties.identifier,data:data48};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.static_analysis_off_reason !== undefined){
let data49 = data.static_analysis_off_reason;
if((typeof data49 !== "string") && (data49 !== null)){
const err38 = {instancePath:instancePath+"/static_analysis_off_reason",schemaPath:"#/properties/static_analysis_off_reason/type",keyword:"type",params:{type: schema23.properties.static_analysis_off_reason.type},schema:schema23.properties.static_analysis_off_reason.type,parentSchema:schema23.properties.static_analysis_off_reason,data:data49};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}

const schema43 = {"type":"object","title":"a seed","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"quote_columns":{"type":["boolean","null"]},"contract":{"type":["object","null"]},"static_analysis_off_reason":{"type":["string","null"]}}};

function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema43.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema43.properties.name.type,parentSchema:schema43.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema43.properties.description.type},schema:schema43.properties.description.type,parentSchema:schema43.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data3 = data.meta;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema43.properties.meta.type},schema:schema43.properties.meta.type,parentSchema:schema43.properties.meta,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
let data6 = data.columns;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema43.properties.columns.type},schema:schema43.properties.columns.type,parentSchema:schema43.properties.columns,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate108(data6[i0], {instancePath:instancePath+"/columns/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
}
if(data.tests !== undefined){
let data8 = data.tests;
if((!(Array.isArray(data8))) && (data8 !== null)){
const err6 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: schema43.properties.tests.type},schema:schema43.properties.tests.type,parentSchema:schema43.properties.tests,data:data8};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate115(data8[i1], {instancePath:instancePath+"/tests/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.data_tests !== undefined){
let data10 = data.data_tests;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err7 = {instancePath:instancePath+"/data_tests",schemaPath:"#/properties/data_tests/type",keyword:"type",params:{type: schema43.properties.data_tests.type},schema:schema43.properties.data_tests.type,parentSchema:schema43.properties.data_tests,data:data10};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate115(data10[i2], {instancePath:instancePath+"/data_tests/" + i2,parentData:data10,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.constraints !== undefined){
let data12 = data.constraints;
if((!(Array.isArray(data12))) && (data12 !== null)){
const err8 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: schema43.properties.constraints.type},schema:schema43.properties.constraints.type,parentSchema:schema43.properties.constraints,data:data12};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!(validate109(data12[i3], {instancePath:instancePath+"/constraints/" + i3,parentData:data12,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
}
if(data.access !== undefined){
if(!(validate91(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data15 = data.group;
if((typeof data15 !== "string") && (data15 !== null)){
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema43.properties.group.type},schema:schema43.properties.group.type,parentSchema:schema43.properties.group,data:data15};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.quote_columns !== undefined){
let data16 = data.quote_columns;
if((typeof data16 !== "boolean") && (data16 !== null)){
const err10 = {instancePath:instancePath+"/quote_columns",schemaPath:"#/properties/quote_columns/type",keyword:"type",params:{type: schema43.properties.quote_columns.type},schema:schema43.properties.quote_columns.type,parentSchema:schema43.properties.quote_columns,data:data16};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.contract !== undefined){
let data17 = data.contract;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err11 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: schema43.properties.contract.type},schema:schema43.properties.contract.type,parentSchema:schema43.properties.contract,data:data17};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.static_analysis_off_reason !== undefined){
let data18 = data.static_analysis_off_reason;
if((typeof data18 !== "string") && (data18 !== null)){
const err12 = {instancePath:instancePath+"/static_analysis_off_reason",schemaPath:"#/properties/static_analysis_off_reason/type",keyword:"type",params:{type: schema43.properties.static_analysis_off_reason.type},schema:schema43.properties.static_analysis_off_reason.type,parentSchema:schema43.properties.static_analysis_off_reason,data:data18};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate154.errors = vErrors;
return errors === 0;
}

const schema44 = {"type":"object","title":"a snapshot","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"quote_columns":{"type":["boolean","null"]},"contract":{"type":["object","null"]},"relation":{"type":["string","null"]},"static_analysis_off_reason":{"type":["string","null"]}}};

function validate164(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema44.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema44.properties.name.type,parentSchema:schema44.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema44.properties.description.type},schema:schema44.properties.description.type,parentSchema:schema44.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data3 = data.meta;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema44.properties.meta.type},schema:schema44.properties.meta.type,parentSchema:schema44.properties.meta,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
let data6 = data.columns;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema44.properties.columns.type},schema:schema44.properties.columns.type,parentSchema:schema44.properties.columns,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate108(data6[i0], {instancePath:instancePath+"/columns/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
}
if(data.tests !== undefined){
let data8 = data.tests;
if((!(Array.isArray(data8))) && (data8 !== null)){
const err6 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: schema44.properties.tests.type},schema:schema44.properties.tests.type,parentSchema:schema44.properties.tests,data:data8};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate115(data8[i1], {instancePath:instancePath+"/tests/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.data_tests !== undefined){
let data10 = data.data_tests;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err7 = {instancePath:instancePath+"/data_tests",schemaPath:"#/properties/data_tests/type",keyword:"type",params:{type: schema44.properties.data_tests.type},schema:schema44.properties.data_tests.type,parentSchema:schema44.properties.data_tests,data:data10};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate115(data10[i2], {instancePath:instancePath+"/data_tests/" + i2,parentData:data10,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.constraints !== undefined){
let data12 = data.constraints;
if((!(Array.isArray(data12))) && (data12 !== null)){
const err8 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: schema44.properties.constraints.type},schema:schema44.properties.constraints.type,parentSchema:schema44.properties.constraints,data:data12};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(!(validate109(data12[i3], {instancePath:instancePath+"/constraints/" + i3,parentData:data12,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
}
if(data.access !== undefined){
if(!(validate91(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data15 = data.group;
if((typeof data15 !== "string") && (data15 !== null)){
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema44.properties.group.type},schema:schema44.properties.group.type,parentSchema:schema44.properties.group,data:data15};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.quote_columns !== undefined){
let data16 = data.quote_columns;
if((typeof data16 !== "boolean") && (data16 !== null)){
const err10 = {instancePath:instancePath+"/quote_columns",schemaPath:"#/properties/quote_columns/type",keyword:"type",params:{type: schema44.properties.quote_columns.type},schema:schema44.properties.quote_columns.type,parentSchema:schema44.properties.quote_columns,data:data16};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.contract !== undefined){
let data17 = data.contract;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err11 = {instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: schema44.properties.contract.type},schema:schema44.properties.contract.type,parentSchema:schema44.properties.contract,data:data17};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.relation !== undefined){
let data18 = data.relation;
if((typeof data18 !== "string") && (data18 !== null)){
const err12 = {instancePath:instancePath+"/relation",schemaPath:"#/properties/relation/type",keyword:"type",params:{type: schema44.properties.relation.type},schema:schema44.properties.relation.type,parentSchema:schema44.properties.relation,data:data18};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.static_analysis_off_reason !== undefined){
let data19 = data.static_analysis_off_reason;
if((typeof data19 !== "string") && (data19 !== null)){
const err13 = {instancePath:instancePath+"/static_analysis_off_reason",schemaPath:"#/properties/static_analysis_off_reason/type",keyword:"type",params:{type: schema44.properties.static_analysis_off_reason.type},schema:schema44.properties.static_analysis_off_reason.type,parentSchema:schema44.properties.static_analysis_off_reason,data:data19};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}

const schema45 = {"type":"object","title":"an analysis","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"access":{"$ref":"#/$defs/access"},"group":{"type":["string","null"]},"static_analysis_off_reason":{"type":["string","null"]}}};

function validate174(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema45.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema45.properties.name.type,parentSchema:schema45.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema45.properties.description.type},schema:schema45.properties.description.type,parentSchema:schema45.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data3 = data.meta;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema45.properties.meta.type},schema:schema45.properties.meta.type,parentSchema:schema45.properties.meta,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.columns !== undefined){
let data6 = data.columns;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err5 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema45.properties.columns.type},schema:schema45.properties.columns.type,parentSchema:schema45.properties.columns,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate108(data6[i0], {instancePath:instancePath+"/columns/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
}
if(data.access !== undefined){
if(!(validate91(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data9 = data.group;
if((typeof data9 !== "string") && (data9 !== null)){
const err6 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema45.properties.group.type},schema:schema45.properties.group.type,parentSchema:schema45.properties.group,data:data9};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.static_analysis_off_reason !== undefined){
let data10 = data.static_analysis_off_reason;
if((typeof data10 !== "string") && (data10 !== null)){
const err7 = {instancePath:instancePath+"/static_analysis_off_reason",schemaPath:"#/properties/static_analysis_off_reason/type",keyword:"type",params:{type: schema45.properties.static_analysis_off_reason.type},schema:schema45.properties.static_analysis_off_reason.type,parentSchema:schema45.properties.static_analysis_off_reason,data:data10};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate174.errors = vErrors;
return errors === 0;
}

const schema46 = {"type":"object","title":"a source","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/own_tags"},"database":{"type":["string","null"]},"schema":{"type":["string","null"]},"loader":{"type":["string","null"]},"quoting":{"$ref":"#/$defs/quoting"},"freshness":{"type":["object","null"],"title":"\"freshness\"","additionalProperties":false,"properties":{"warn_after":{"$ref":"#/$defs/age"},"error_after":{"$ref":"#/$defs/age"},"filter":{"type":["string","null"]}}},"loaded_at_field":{"type":["string","null"]},"loaded_at_query":{"type":["string","null"]},"tables":{"type":["array","null"],"items":{"$ref":"#/$defs/table"}},"config":{"$ref":"#/$defs/untagged_config"},"overrides":{"type":["string","null"]},"catalog":{"type":["string","null"]}}};
const schema47 = {"type":["object","null"],"title":"\"quoting\"","additionalProperties":false,"properties":{"database":{"type":["boolean","null"]},"schema":{"type":["boolean","null"]},"identifier":{"type":["boolean","null"]},"column":{"type":["boolean","null"]},"project":{"type":["boolean","null"]},"snowflake_ignore_case":{"type":["boolean","null"]}}};

function validate183(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema47.type},schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "database") || (key0 === "schema")) || (key0 === "identifier")) || (key0 === "column")) || (key0 === "project")) || (key0 === "snowflake_ignore_case"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.database !== undefined){
let data0 = data.database;
if((typeof data0 !== "boolean") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/database",schemaPath:"#/properties/database/type",keyword:"type",params:{type: schema47.properties.database.type},schema:schema47.properties.database.type,parentSchema:schema47.properties.database,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.schema !== undefined){
let data1 = data.schema;
if((typeof data1 !== "boolean") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: schema47.properties.schema.type},schema:schema47.properties.schema.type,parentSchema:schema47.properties.schema,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.identifier !== undefined){
let data2 = data.identifier;
if((typeof data2 !== "boolean") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/identifier",schemaPath:"#/properties/identifier/type",keyword:"type",params:{type: schema47.properties.identifier.type},schema:schema47.properties.identifier.type,parentSchema:schema47.properties.identifier,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.column !== undefined){
let data3 = data.column;
if((typeof data3 !== "boolean") && (data3 !== null)){
const err5 = {instancePath:instancePath+"/column",schemaPath:"#/properties/column/type",keyword:"type",params:{type: schema47.properties.column.type},schema:schema47.properties.column.type,parentSchema:schema47.properties.column,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.project !== undefined){
let data4 = data.project;
if((typeof data4 !== "boolean") && (data4 !== null)){
const err6 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: schema47.properties.project.type},schema:schema47.properties.project.type,parentSchema:schema47.properties.project,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.snowflake_ignore_case !== undefined){
let data5 = data.snowflake_ignore_case;
if((typeof data5 !== "boolean") && (data5 !== null)){
const err7 = {instancePath:instancePath+"/snowflake_ignore_case",schemaPath:"#/properties/snowflake_ignore_case/type",keyword:"type",params:{type: schema47.properties.snowflake_ignore_case.type},schema:schema47.properties.snowflake_ignore_case.type,parentSchema:schema47.properties.snowflake_ignore_case,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
validate183.errors = vErrors;
return errors === 0;
}

const schema48 = {"type":["object","null"],"title":"an age","additionalProperties":false,"properties":{"count":{"type":["integer","null"]},"period":{"enum":["minute","hour","day",null]}}};

function validate185(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema48.type},schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "count") || (key0 === "period"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.count !== undefined){
let data0 = data.count;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
const err2 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: schema48.properties.count.type},schema:schema48.properties.count.type,parentSchema:schema48.properties.count,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.period !== undefined){
let data1 = data.period;
if(!((((data1 === "minute") || (data1 === "hour")) || (data1 === "day")) || (data1 === null))){
const err3 = {instancePath:instancePath+"/period",schemaPath:"#/properties/period/enum",keyword:"enum",params:{allowedValues: schema48.properties.period.enum},schema:schema48.properties.period.enum,parentSchema:schema48.properties.period,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate185.errors = vErrors;
return errors === 0;
}

const schema49 = {"type":"object","title":"a table of a source","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/own_tags"},"docs":{"$ref":"#/$defs/docs"},"data_type":{"type":["string","null"]},"identifier":{"type":["string","null"]},"loader":{"type":["string","null"]},"quoting":{"$ref":"#/$defs/quoting"},"freshness":{"type":["object","null"],"title":"\"freshness\"","additionalProperties":false,"properties":{"warn_after":{"$ref":"#/$defs/age"},"error_after":{"$ref":"#/$defs/age"},"filter":{"type":["string","null"]}}},"loaded_at_field":{"type":["string","null"]},"loaded_at_query":{"type":["string","null"]},"external":{"type":["object","null"]},"columns":{"type":["array","null"],"items":{"$ref":"#/$defs/column"}},"tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"data_tests":{"type":["array","null"],"items":{"$ref":"#/$defs/test"}},"config":{"$ref":"#/$defs/untagged_config"},"constraints":{"type":["array","null"],"items":{"$ref":"#/$defs/constraint"}}}};

function validate188(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema49.required,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema49.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema49.properties.name.type,parentSchema:schema49.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema49.properties.description.type},schema:schema49.properties.description.type,parentSchema:schema49.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.meta !== undefined){
let data2 = data.meta;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema49.properties.meta.type},schema:schema49.properties.meta.type,parentSchema:schema49.properties.meta,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.tags !== undefined){
if(!(validate112(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.data_type !== undefined){
let data5 = data.data_type;
if((typeof data5 !== "string") && (data5 !== null)){
const err5 = {instancePath:instancePath+"/data_type",schemaPath:"#/properties/data_type/type",keyword:"type",params:{type: schema49.properties.data_type.type},schema:schema49.properties.data_type.type,parentSchema:schema49.properties.data_type,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.identifier !== undefined){
let data6 = data.identifier;
if((typeof data6 !== "string") && (data6 !== null)){
const err6 = {instancePath:instancePath+"/identifier",schemaPath:"#/properties/identifier/type",keyword:"type",params:{type: schema49.properties.identifier.type},schema:schema49.properties.identifier.type,parentSchema:schema49.properties.identifier,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.loader !== undefined){
let data7 = data.loader;
if((typeof data7 !== "string") && (data7 !== null)){
const err7 = {instancePath:instancePath+"/loader",schemaPath:"#/properties/loader/type",keyword:"type",params:{type: schema49.properties.loader.type},schema:schema49.properties.loader.type,parentSchema:schema49.properties.loader,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.quoting !== undefined){
if(!(validate183(data.quoting, {instancePath:instancePath+"/quoting",parentData:data,parentDataProperty:"quoting",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
if(data.freshness !== undefined){
let data9 = data.freshness;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err8 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/type",keyword:"type",params:{type: schema49.properties.freshness.type},schema:schema49.properties.freshness.type,parentSchema:schema49.properties.freshness,data:data9};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
if(!(((key1 === "warn_after") || (key1 === "error_after")) || (key1 === "filter"))){
const err9 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema49.properties.freshness,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data9.warn_after !== undefined){
if(!(validate185(data9.warn_after, {instancePath:instancePath+"/freshness/warn_after",parentData:data9,parentDataProperty:"warn_after",rootData}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data9.error_after !== undefined){
if(!(validate185(data9.error_after, {instancePath:instancePath+"/freshness/error_after",parentData:data9,parentDataProperty:"error_after",rootData}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data9.filter !== undefined){
let data12 = data9.filter;
if((typeof data12 !== "string") && (data12 !== null)){
const err10 = {instancePath:instancePath+"/freshness/filter",schemaPath:"#/properties/freshness/properties/filter/type",keyword:"type",params:{type: schema49.properties.freshness.properties.filter.type},schema:schema49.properties.freshness.properties.filter.type,parentSchema:schema49.properties.freshness.properties.filter,data:data12};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
if(data.loaded_at_field !== undefined){
let data13 = data.loaded_at_field;
if((typeof data13 !== "string") && (data13 !== null)){
const err11 = {instancePath:instancePath+"/loaded_at_field",schemaPath:"#/properties/loaded_at_field/type",keyword:"type",params:{type: schema49.properties.loaded_at_field.type},schema:schema49.properties.loaded_at_field.type,parentSchema:schema49.properties.loaded_at_field,data:data13};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.loaded_at_query !== undefined){
let data14 = data.loaded_at_query;
if((typeof data14 !== "string") && (data14 !== null)){
const err12 = {instancePath:instancePath+"/loaded_at_query",schemaPath:"#/properties/loaded_at_query/type",keyword:"type",params:{type: schema49.properties.loaded_at_query.type},schema:schema49.properties.loaded_at_query.type,parentSchema:schema49.properties.loaded_at_query,data:data14};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.external !== undefined){
let data15 = data.external;
if((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (data15 !== null)){
const err13 = {instancePath:instancePath+"/external",schemaPath:"#/properties/external/type",keyword:"type",params:{type: schema49.properties.external.type},schema:schema49.properties.external.type,parentSchema:schema49.properties.external,data:data15};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.columns !== undefined){
let data16 = data.columns;
if((!(Array.isArray(data16))) && (data16 !== null)){
const err14 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: schema49.properties.columns.type},schema:schema49.properties.columns.type,parentSchema:schema49.properties.columns,data:data16};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
if(!(validate108(data16[i0], {instancePath:instancePath+"/columns/" + i0,parentData:data16,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
}
}
if(data.tests !== undefined){
let data18 = data.tests;
if((!(Array.isArray(data18))) && (data18 !== null)){
const err15 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: schema49.properties.tests.type},schema:schema49.properties.tests.type,parentSchema:schema49.properties.tests,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(Array.isArray(data18)){
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
if(!(validate115(data18[i1], {instancePath:instancePath+"/tests/" + i1,parentData:data18,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.data_tests !== undefined){
let data20 = data.data_tests;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err16 = {instancePath:instancePath+"/data_tests",schemaPath:"#/properties/data_tests/type",keyword:"type",params:{type: schema49.properties.data_tests.type},schema:schema49.properties.data_tests.type,parentSchema:schema49.properties.data_tests,data:data20};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(Array.isArray(data20)){
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
if(!(validate115(data20[i2], {instancePath:instancePath+"/data_tests/" + i2,parentData:data20,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
}
if(data.config !== undefined){
if(!(validate88(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.constraints !== undefined){
let data23 = data.constraints;
if((!(Array.isArray(data23))) && (data23 !== null)){
const err17 = {instancePath:instancePath+"/constraints",schemaPath:"#/properties/constraints/type",keyword:"type",params:{type: schema49.properties.constraints.type},schema:schema49.properties.constraints.type,parentSchema:schema49.properties.constraints,data:data23};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(Array.isArray(data23)){
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
if(!(validate109(data23[i3], {instancePath:instancePath+"/constraints/" + i3,parentData:data23,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate188.errors = vErrors;
return errors === 0;
}


function validate181(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema46.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema46.properties.name.type,parentSchema:schema46.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema46.properties.description.type},schema:schema46.properties.description.type,parentSchema:schema46.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.meta !== undefined){
let data2 = data.meta;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema46.properties.meta.type},schema:schema46.properties.meta.type,parentSchema:schema46.properties.meta,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.tags !== undefined){
if(!(validate112(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
}
if(data.database !== undefined){
let data4 = data.database;
if((typeof data4 !== "string") && (data4 !== null)){
const err5 = {instancePath:instancePath+"/database",schemaPath:"#/properties/database/type",keyword:"type",params:{type: schema46.properties.database.type},schema:schema46.properties.database.type,parentSchema:schema46.properties.database,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.schema !== undefined){
let data5 = data.schema;
if((typeof data5 !== "string") && (data5 !== null)){
const err6 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: schema46.properties.schema.type},schema:schema46.properties.schema.type,parentSchema:schema46.properties.schema,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.loader !== undefined){
let data6 = data.loader;
if((typeof data6 !== "string") && (data6 !== null)){
const err7 = {instancePath:instancePath+"/loader",schemaPath:"#/properties/loader/type",keyword:"type",params:{type: schema46.properties.loader.type},schema:schema46.properties.loader.type,parentSchema:schema46.properties.loader,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.quoting !== undefined){
if(!(validate183(data.quoting, {instancePath:instancePath+"/quoting",parentData:data,parentDataProperty:"quoting",rootData}))){
vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
errors = vErrors.length;
}
}
if(data.freshness !== undefined){
let data8 = data.freshness;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err8 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/type",keyword:"type",params:{type: schema46.properties.freshness.type},schema:schema46.properties.freshness.type,parentSchema:schema46.properties.freshness,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
if(!(((key1 === "warn_after") || (key1 === "error_after")) || (key1 === "filter"))){
const err9 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema46.properties.freshness,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data8.warn_after !== undefined){
if(!(validate185(data8.warn_after, {instancePath:instancePath+"/freshness/warn_after",parentData:data8,parentDataProperty:"warn_after",rootData}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data8.error_after !== undefined){
if(!(validate185(data8.error_after, {instancePath:instancePath+"/freshness/error_after",parentData:data8,parentDataProperty:"error_after",rootData}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data8.filter !== undefined){
let data11 = data8.filter;
if((typeof data11 !== "string") && (data11 !== null)){
const err10 = {instancePath:instancePath+"/freshness/filter",schemaPath:"#/properties/freshness/properties/filter/type",keyword:"type",params:{type: schema46.properties.freshness.properties.filter.type},schema:schema46.properties.freshness.properties.filter.type,parentSchema:schema46.properties.freshness.properties.filter,data:data11};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
if(data.loaded_at_field !== undefined){
let data12 = data.loaded_at_field;
if((typeof data12 !== "string") && (data12 !== null)){
const err11 = {instancePath:instancePath+"/loaded_at_field",schemaPath:"#/properties/loaded_at_field/type",keyword:"type",params:{type: schema46.properties.loaded_at_field.type},schema:schema46.properties.loaded_at_field.type,parentSchema:schema46.properties.loaded_at_field,data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.loaded_at_query !== undefined){
let data13 = data.loaded_at_query;
if((typeof data13 !== "string") && (data13 !== null)){
const err12 = {instancePath:instancePath+"/loaded_at_query",schemaPath:"#/properties/loaded_at_query/type",keyword:"type",params:{type: schema46.properties.loaded_at_query.type},schema:schema46.properties.loaded_at_query.type,parentSchema:schema46.properties.loaded_at_query,data:data13};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.tables !== undefined){
let data14 = data.tables;
if((!(Array.isArray(data14))) && (data14 !== null)){
const err13 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: schema46.properties.tables.type},schema:schema46.properties.tables.type,parentSchema:schema46.properties.tables,data:data14};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data14)){
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
if(!(validate188(data14[i0], {instancePath:instancePath+"/tables/" + i0,parentData:data14,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate188.errors : vErrors.concat(validate188.errors);
errors = vErrors.length;
}
}
}
}
if(data.config !== undefined){
if(!(validate88(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.overrides !== undefined){
let data17 = data.overrides;
if((typeof data17 !== "string") && (data17 !== null)){
const err14 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: schema46.properties.overrides.type},schema:schema46.properties.overrides.type,parentSchema:schema46.properties.overrides,data:data17};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.catalog !== undefined){
let data18 = data.catalog;
if((typeof data18 !== "string") && (data18 !== null)){
const err15 = {instancePath:instancePath+"/catalog",schemaPath:"#/properties/catalog/type",keyword:"type",params:{type: schema46.properties.catalog.type},schema:schema46.properties.catalog.type,parentSchema:schema46.properties.catalog,data:data18};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate181.errors = vErrors;
return errors === 0;
}

const schema50 = {"type":"object","title":"a macro","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"arguments":{"type":["array","null"],"items":{"type":"object","title":"an argument","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":["string","null"]},"description":{"type":["string","null"]}}}}}};

function validate202(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "description")) || (key0 === "config")) || (key0 === "meta")) || (key0 === "docs")) || (key0 === "arguments"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema50.properties.name.type,parentSchema:schema50.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema50.properties.description.type},schema:schema50.properties.description.type,parentSchema:schema50.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data3 = data.meta;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err4 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema50.properties.meta.type},schema:schema50.properties.meta.type,parentSchema:schema50.properties.meta,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.arguments !== undefined){
let data5 = data.arguments;
if((!(Array.isArray(data5))) && (data5 !== null)){
const err5 = {instancePath:instancePath+"/arguments",schemaPath:"#/properties/arguments/type",keyword:"type",params:{type: schema50.properties.arguments.type},schema:schema50.properties.arguments.type,parentSchema:schema50.properties.arguments,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err6 = {instancePath:instancePath+"/arguments/" + i0,schemaPath:"#/properties/arguments/items/required",keyword:"required",params:{missingProperty: "name"},schema:schema50.properties.arguments.items.required,parentSchema:schema50.properties.arguments.items,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data6){
if(!(((key1 === "name") || (key1 === "type")) || (key1 === "description"))){
const err7 = {instancePath:instancePath+"/arguments/" + i0,schemaPath:"#/properties/arguments/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema50.properties.arguments.items,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data6.name !== undefined){
let data7 = data6.name;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/arguments/" + i0+"/name",schemaPath:"#/properties/arguments/items/properties/name/type",keyword:"type",params:{type: "string"},schema:schema50.properties.arguments.items.properties.name.type,parentSchema:schema50.properties.arguments.items.properties.name,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data6.type !== undefined){
let data8 = data6.type;
if((typeof data8 !== "string") && (data8 !== null)){
const err9 = {instancePath:instancePath+"/arguments/" + i0+"/type",schemaPath:"#/properties/arguments/items/properties/type/type",keyword:"type",params:{type: schema50.properties.arguments.items.properties.type.type},schema:schema50.properties.arguments.items.properties.type.type,parentSchema:schema50.properties.arguments.items.properties.type,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.description !== undefined){
let data9 = data6.description;
if((typeof data9 !== "string") && (data9 !== null)){
const err10 = {instancePath:instancePath+"/arguments/" + i0+"/description",schemaPath:"#/properties/arguments/items/properties/description/type",keyword:"type",params:{type: schema50.properties.arguments.items.properties.description.type},schema:schema50.properties.arguments.items.properties.description.type,parentSchema:schema50.properties.arguments.items.properties.description,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/arguments/" + i0,schemaPath:"#/properties/arguments/items/type",keyword:"type",params:{type: "object"},schema:schema50.properties.arguments.items.type,parentSchema:schema50.properties.arguments.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate202.errors = vErrors;
return errors === 0;
}

const schema51 = {"type":"object","title":"a test","additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"meta":{"type":["object","null"]},"docs":{"$ref":"#/$defs/docs"},"tags":{"$ref":"#/$defs/tags"},"static_analysis_off_reason":{"type":["string","null"]}}};

function validate206(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "description")) || (key0 === "config")) || (key0 === "meta")) || (key0 === "docs")) || (key0 === "tags")) || (key0 === "static_analysis_off_reason"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema51.properties.name.type,parentSchema:schema51.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err2 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema51.properties.description.type},schema:schema51.properties.description.type,parentSchema:schema51.properties.description,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data3 = data.meta;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err3 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema51.properties.meta.type},schema:schema51.properties.meta.type,parentSchema:schema51.properties.meta,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.docs !== undefined){
if(!(validate89(data.docs, {instancePath:instancePath+"/docs",parentData:data,parentDataProperty:"docs",rootData}))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.static_analysis_off_reason !== undefined){
let data6 = data.static_analysis_off_reason;
if((typeof data6 !== "string") && (data6 !== null)){
const err4 = {instancePath:instancePath+"/static_analysis_off_reason",schemaPath:"#/properties/static_analysis_off_reason/type",keyword:"type",params:{type: schema51.properties.static_analysis_off_reason.type},schema:schema51.properties.static_analysis_off_reason.type,parentSchema:schema51.properties.static_analysis_off_reason,data:data6};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate206.errors = vErrors;
return errors === 0;
}

const schema52 = {"type":"object","title":"a group","required":["name","owner"],"additionalProperties":false,"properties":{"name":{"type":"string"},"owner":{"type":"object","properties":{"name":{"type":["string","null"]},"email":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]}}},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"}}};

function validate212(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.owner === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "owner")) || (key0 === "description")) || (key0 === "config"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema52.properties.name.type,parentSchema:schema52.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.owner !== undefined){
let data1 = data.owner;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name !== undefined){
let data2 = data1.name;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/owner/name",schemaPath:"#/properties/owner/properties/name/type",keyword:"type",params:{type: schema52.properties.owner.properties.name.type},schema:schema52.properties.owner.properties.name.type,parentSchema:schema52.properties.owner.properties.name,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.email !== undefined){
let data3 = data1.email;
const _errs9 = errors;
let valid2 = false;
const _errs10 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
const err5 = {instancePath:instancePath+"/owner/email",schemaPath:"#/properties/owner/properties/email/anyOf/0/type",keyword:"type",params:{type: schema52.properties.owner.properties.email.anyOf[0].type},schema:schema52.properties.owner.properties.email.anyOf[0].type,parentSchema:schema52.properties.owner.properties.email.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs12 = errors;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/owner/email/" + i0,schemaPath:"#/properties/owner/properties/email/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema52.properties.owner.properties.email.anyOf[1].items.type,parentSchema:schema52.properties.owner.properties.email.anyOf[1].items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/owner/email",schemaPath:"#/properties/owner/properties/email/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema52.properties.owner.properties.email.anyOf[1].type,parentSchema:schema52.properties.owner.properties.email.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err8 = {instancePath:instancePath+"/owner/email",schemaPath:"#/properties/owner/properties/email/anyOf",keyword:"anyOf",params:{},schema:schema52.properties.owner.properties.email.anyOf,parentSchema:schema52.properties.owner.properties.email,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err9 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "object"},schema:schema52.properties.owner.type,parentSchema:schema52.properties.owner,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.description !== undefined){
let data5 = data.description;
if((typeof data5 !== "string") && (data5 !== null)){
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema52.properties.description.type},schema:schema52.properties.description.type,parentSchema:schema52.properties.description,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate212.errors = vErrors;
return errors === 0;
}

const schema53 = {"type":"object","title":"an exposure","$comment":"refused","required":["name","type","owner"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"owner":{"type":"object"},"description":{"type":"string"},"label":{"type":["string","null"]},"maturity":{"type":["string","null"]},"meta":{"type":"object"},"tags":{"type":"array","items":{"type":"string"}},"url":{"type":["string","null"]},"depends_on":{"type":"array","items":{"type":"string"}},"config":{"type":"object"}}};

function validate215(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.owner === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "owner"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema53.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema53.properties.name.type,parentSchema:schema53.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema53.properties.type.type,parentSchema:schema53.properties.type,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.owner !== undefined){
let data2 = data.owner;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err6 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "object"},schema:schema53.properties.owner.type,parentSchema:schema53.properties.owner,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema53.properties.description.type,parentSchema:schema53.properties.description,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.label !== undefined){
let data4 = data.label;
if((typeof data4 !== "string") && (data4 !== null)){
const err8 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema53.properties.label.type},schema:schema53.properties.label.type,parentSchema:schema53.properties.label,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.maturity !== undefined){
let data5 = data.maturity;
if((typeof data5 !== "string") && (data5 !== null)){
const err9 = {instancePath:instancePath+"/maturity",schemaPath:"#/properties/maturity/type",keyword:"type",params:{type: schema53.properties.maturity.type},schema:schema53.properties.maturity.type,parentSchema:schema53.properties.maturity,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.meta !== undefined){
let data6 = data.meta;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err10 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: "object"},schema:schema53.properties.meta.type,parentSchema:schema53.properties.meta,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.tags !== undefined){
let data7 = data.tags;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 !== "string"){
const err11 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},schema:schema53.properties.tags.items.type,parentSchema:schema53.properties.tags.items,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},schema:schema53.properties.tags.type,parentSchema:schema53.properties.tags,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.url !== undefined){
let data9 = data.url;
if((typeof data9 !== "string") && (data9 !== null)){
const err13 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: schema53.properties.url.type},schema:schema53.properties.url.type,parentSchema:schema53.properties.url,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.depends_on !== undefined){
let data10 = data.depends_on;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 !== "string"){
const err14 = {instancePath:instancePath+"/depends_on/" + i1,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type: "string"},schema:schema53.properties.depends_on.items.type,parentSchema:schema53.properties.depends_on.items,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type: "array"},schema:schema53.properties.depends_on.type,parentSchema:schema53.properties.depends_on,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.config !== undefined){
let data12 = data.config;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err16 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema53.properties.config.type,parentSchema:schema53.properties.config,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate215.errors = vErrors;
return errors === 0;
}

const schema54 = {"if":{"type":"object","required":["type_params"]},"then":{"$ref":"#/$defs/metric_old"},"else":{"allOf":[{"$ref":"#/$defs/metric_new"},{"type":"object","title":"a metric","required":["type"]}]}};
const schema55 = {"type":"object","title":"a metric","$comment":"refused","required":["name","type_params"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"label":{"type":"string"},"description":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"time_granularity":{"type":["string","null"]},"config":{"type":"object"},"type_params":{"$ref":"#/$defs/metric_params"},"meta":{"type":"object"},"tags":{"type":"array","items":{"type":"string"}}}};
const schema56 = {"type":"object","title":"type_params","$comment":"refused","additionalProperties":false,"properties":{"measure":{"$ref":"#/$defs/measure_input"},"numerator":{"$ref":"#/$defs/metric_input"},"denominator":{"$ref":"#/$defs/metric_input"},"expr":{"type":["string","boolean","null"]},"window":{"type":["string","null"]},"grain_to_date":{"type":["string","null"]},"metrics":{"type":["array","null"],"items":{"$ref":"#/$defs/metric_input"}},"conversion_type_params":{"$ref":"#/$defs/conversion_params"},"cumulative_type_params":{"$ref":"#/$defs/cumulative_params"}}};
const schema57 = {"type":["object","string","null"],"title":"a measure for input","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"filter":{"type":["string","array","null"],"items":{"type":"string"}},"alias":{"type":["string","null"]},"join_to_timespine":{"type":"boolean"},"fill_nulls_with":{"type":["integer","null"]}}};

function validate220(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(((!(data && typeof data == "object" && !Array.isArray(data))) && (typeof data !== "string")) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema57.type},schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema57.required,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "filter")) || (key0 === "alias")) || (key0 === "join_to_timespine")) || (key0 === "fill_nulls_with"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema57.properties.name.type,parentSchema:schema57.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.filter !== undefined){
let data1 = data.filter;
if(((typeof data1 !== "string") && (!(Array.isArray(data1)))) && (data1 !== null)){
const err4 = {instancePath:instancePath+"/filter",schemaPath:"#/properties/filter/type",keyword:"type",params:{type: schema57.properties.filter.type},schema:schema57.properties.filter.type,parentSchema:schema57.properties.filter,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/filter/" + i0,schemaPath:"#/properties/filter/items/type",keyword:"type",params:{type: "string"},schema:schema57.properties.filter.items.type,parentSchema:schema57.properties.filter.items,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
if(data.alias !== undefined){
let data3 = data.alias;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: schema57.properties.alias.type},schema:schema57.properties.alias.type,parentSchema:schema57.properties.alias,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.join_to_timespine !== undefined){
let data4 = data.join_to_timespine;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/join_to_timespine",schemaPath:"#/properties/join_to_timespine/type",keyword:"type",params:{type: "boolean"},schema:schema57.properties.join_to_timespine.type,parentSchema:schema57.properties.join_to_timespine,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.fill_nulls_with !== undefined){
let data5 = data.fill_nulls_with;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (data5 !== null)){
const err8 = {instancePath:instancePath+"/fill_nulls_with",schemaPath:"#/properties/fill_nulls_with/type",keyword:"type",params:{type: schema57.properties.fill_nulls_with.type},schema:schema57.properties.fill_nulls_with.type,parentSchema:schema57.properties.fill_nulls_with,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
validate220.errors = vErrors;
return errors === 0;
}

const schema58 = {"type":["object","null"],"title":"conversion_type_params","$comment":"refused","required":["base_measure","conversion_measure","entity"],"additionalProperties":false,"properties":{"base_measure":{"$ref":"#/$defs/measure_input"},"conversion_measure":{"$ref":"#/$defs/measure_input"},"entity":{"type":"string"},"calculation":{"type":"string"},"window":{"type":["string","null"]},"constant_properties":{"type":["array","null"],"items":{"$ref":"#/$defs/constant_property"}}}};

function validate225(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema58.type},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.base_measure === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "base_measure"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.conversion_measure === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "conversion_measure"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.entity === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "entity"},schema:schema58.required,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "base_measure") || (key0 === "conversion_measure")) || (key0 === "entity")) || (key0 === "calculation")) || (key0 === "window")) || (key0 === "constant_properties"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.base_measure !== undefined){
if(!(validate220(data.base_measure, {instancePath:instancePath+"/base_measure",parentData:data,parentDataProperty:"base_measure",rootData}))){
vErrors = vErrors === null ? validate220.errors : vErrors.concat(validate220.errors);
errors = vErrors.length;
}
}
if(data.conversion_measure !== undefined){
if(!(validate220(data.conversion_measure, {instancePath:instancePath+"/conversion_measure",parentData:data,parentDataProperty:"conversion_measure",rootData}))){
vErrors = vErrors === null ? validate220.errors : vErrors.concat(validate220.errors);
errors = vErrors.length;
}
}
if(data.entity !== undefined){
let data2 = data.entity;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/entity",schemaPath:"#/properties/entity/type",keyword:"type",params:{type: "string"},schema:schema58.properties.entity.type,parentSchema:schema58.properties.entity,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.calculation !== undefined){
let data3 = data.calculation;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/calculation",schemaPath:"#/properties/calculation/type",keyword:"type",params:{type: "string"},schema:schema58.properties.calculation.type,parentSchema:schema58.properties.calculation,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.window !== undefined){
let data4 = data.window;
if((typeof data4 !== "string") && (data4 !== null)){
const err7 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/type",keyword:"type",params:{type: schema58.properties.window.type},schema:schema58.properties.window.type,parentSchema:schema58.properties.window,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.constant_properties !== undefined){
let data5 = data.constant_properties;
if((!(Array.isArray(data5))) && (data5 !== null)){
const err8 = {instancePath:instancePath+"/constant_properties",schemaPath:"#/properties/constant_properties/type",keyword:"type",params:{type: schema58.properties.constant_properties.type},schema:schema58.properties.constant_properties.type,parentSchema:schema58.properties.constant_properties,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate150(data5[i0], {instancePath:instancePath+"/constant_properties/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate150.errors : vErrors.concat(validate150.errors);
errors = vErrors.length;
}
}
}
}
}
validate225.errors = vErrors;
return errors === 0;
}

const schema59 = {"type":["object","null"],"title":"cumulative_type_params","$comment":"refused","additionalProperties":false,"properties":{"window":{"type":["string","null"]},"grain_to_date":{"type":["string","null"]},"period_agg":{"type":"string"}}};

function validate230(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema59.type},schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "window") || (key0 === "grain_to_date")) || (key0 === "period_agg"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.window !== undefined){
let data0 = data.window;
if((typeof data0 !== "string") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/type",keyword:"type",params:{type: schema59.properties.window.type},schema:schema59.properties.window.type,parentSchema:schema59.properties.window,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.grain_to_date !== undefined){
let data1 = data.grain_to_date;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/grain_to_date",schemaPath:"#/properties/grain_to_date/type",keyword:"type",params:{type: schema59.properties.grain_to_date.type},schema:schema59.properties.grain_to_date.type,parentSchema:schema59.properties.grain_to_date,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.period_agg !== undefined){
let data2 = data.period_agg;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/period_agg",schemaPath:"#/properties/period_agg/type",keyword:"type",params:{type: "string"},schema:schema59.properties.period_agg.type,parentSchema:schema59.properties.period_agg,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate230.errors = vErrors;
return errors === 0;
}


function validate219(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema56.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.measure !== undefined){
if(!(validate220(data.measure, {instancePath:instancePath+"/measure",parentData:data,parentDataProperty:"measure",rootData}))){
vErrors = vErrors === null ? validate220.errors : vErrors.concat(validate220.errors);
errors = vErrors.length;
}
}
if(data.numerator !== undefined){
if(!(validate143(data.numerator, {instancePath:instancePath+"/numerator",parentData:data,parentDataProperty:"numerator",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.denominator !== undefined){
if(!(validate143(data.denominator, {instancePath:instancePath+"/denominator",parentData:data,parentDataProperty:"denominator",rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
if(data.expr !== undefined){
let data3 = data.expr;
if(((typeof data3 !== "string") && (typeof data3 !== "boolean")) && (data3 !== null)){
const err1 = {instancePath:instancePath+"/expr",schemaPath:"#/properties/expr/type",keyword:"type",params:{type: schema56.properties.expr.type},schema:schema56.properties.expr.type,parentSchema:schema56.properties.expr,data:data3};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.window !== undefined){
let data4 = data.window;
if((typeof data4 !== "string") && (data4 !== null)){
const err2 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/type",keyword:"type",params:{type: schema56.properties.window.type},schema:schema56.properties.window.type,parentSchema:schema56.properties.window,data:data4};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.grain_to_date !== undefined){
let data5 = data.grain_to_date;
if((typeof data5 !== "string") && (data5 !== null)){
const err3 = {instancePath:instancePath+"/grain_to_date",schemaPath:"#/properties/grain_to_date/type",keyword:"type",params:{type: schema56.properties.grain_to_date.type},schema:schema56.properties.grain_to_date.type,parentSchema:schema56.properties.grain_to_date,data:data5};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.metrics !== undefined){
let data6 = data.metrics;
if((!(Array.isArray(data6))) && (data6 !== null)){
const err4 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: schema56.properties.metrics.type},schema:schema56.properties.metrics.type,parentSchema:schema56.properties.metrics,data:data6};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate143(data6[i0], {instancePath:instancePath+"/metrics/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
errors = vErrors.length;
}
}
}
}
if(data.conversion_type_params !== undefined){
if(!(validate225(data.conversion_type_params, {instancePath:instancePath+"/conversion_type_params",parentData:data,parentDataProperty:"conversion_type_params",rootData}))){
vErrors = vErrors === null ? validate225.errors : vErrors.concat(validate225.errors);
errors = vErrors.length;
}
}
if(data.cumulative_type_params !== undefined){
if(!(validate230(data.cumulative_type_params, {instancePath:instancePath+"/cumulative_type_params",parentData:data,parentDataProperty:"cumulative_type_params",rootData}))){
vErrors = vErrors === null ? validate230.errors : vErrors.concat(validate230.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate219.errors = vErrors;
return errors === 0;
}


function validate218(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type_params === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type_params"},schema:schema55.required,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema55.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema55.properties.name.type,parentSchema:schema55.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema55.properties.type.type,parentSchema:schema55.properties.type,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.label !== undefined){
let data2 = data.label;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: "string"},schema:schema55.properties.label.type,parentSchema:schema55.properties.label,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema55.properties.description.type,parentSchema:schema55.properties.description,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.filter !== undefined){
let data4 = data.filter;
if(((typeof data4 !== "string") && (!(Array.isArray(data4)))) && (data4 !== null)){
const err7 = {instancePath:instancePath+"/filter",schemaPath:"#/properties/filter/type",keyword:"type",params:{type: schema55.properties.filter.type},schema:schema55.properties.filter.type,parentSchema:schema55.properties.filter,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/filter/" + i0,schemaPath:"#/properties/filter/items/type",keyword:"type",params:{type: "string"},schema:schema55.properties.filter.items.type,parentSchema:schema55.properties.filter.items,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.time_granularity !== undefined){
let data6 = data.time_granularity;
if((typeof data6 !== "string") && (data6 !== null)){
const err9 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/type",keyword:"type",params:{type: schema55.properties.time_granularity.type},schema:schema55.properties.time_granularity.type,parentSchema:schema55.properties.time_granularity,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.config !== undefined){
let data7 = data.config;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
const err10 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema55.properties.config.type,parentSchema:schema55.properties.config,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.type_params !== undefined){
if(!(validate219(data.type_params, {instancePath:instancePath+"/type_params",parentData:data,parentDataProperty:"type_params",rootData}))){
vErrors = vErrors === null ? validate219.errors : vErrors.concat(validate219.errors);
errors = vErrors.length;
}
}
if(data.meta !== undefined){
let data9 = data.meta;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
const err11 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: "object"},schema:schema55.properties.meta.type,parentSchema:schema55.properties.meta,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.tags !== undefined){
let data10 = data.tags;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 !== "string"){
const err12 = {instancePath:instancePath+"/tags/" + i1,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},schema:schema55.properties.tags.items.type,parentSchema:schema55.properties.tags.items,data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},schema:schema55.properties.tags.type,parentSchema:schema55.properties.tags,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate218.errors = vErrors;
return errors === 0;
}


function validate217(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.type_params === undefined) && (missing0 = "type_params")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(validate218(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate218.errors : vErrors.concat(validate218.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(!(validate140(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err2 = {instancePath,schemaPath:"#/else/allOf/1/required",keyword:"required",params:{missingProperty: "type"},schema:schema54.else.allOf[1].required,parentSchema:schema54.else.allOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/else/allOf/1/type",keyword:"type",params:{type: "object"},schema:schema54.else.allOf[1].type,parentSchema:schema54.else.allOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema54.if,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate217.errors = vErrors;
return errors === 0;
}

const schema60 = {"type":"object","title":"a semantic model","$comment":"refused","required":["name","model"],"additionalProperties":false,"properties":{"name":{"type":"string"},"model":{"type":"string"},"config":{"type":"object"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"defaults":{"$ref":"#/$defs/semantic_defaults"},"entities":{"type":"array","items":{"$ref":"#/$defs/entity"}},"measures":{"type":"array","items":{"$ref":"#/$defs/measure"}},"dimensions":{"type":"array","items":{"$ref":"#/$defs/dimension"}},"primary_entity":{"type":["string","null"]}}};
const schema61 = {"type":["object","null"],"title":"defaults","$comment":"refused","additionalProperties":false,"properties":{"agg_time_dimension":{"type":["string","null"]}}};

function validate237(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema61.type},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "agg_time_dimension")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.agg_time_dimension !== undefined){
let data0 = data.agg_time_dimension;
if((typeof data0 !== "string") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/agg_time_dimension",schemaPath:"#/properties/agg_time_dimension/type",keyword:"type",params:{type: schema61.properties.agg_time_dimension.type},schema:schema61.properties.agg_time_dimension.type,parentSchema:schema61.properties.agg_time_dimension,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
validate237.errors = vErrors;
return errors === 0;
}

const schema62 = {"type":"object","title":"an entity","$comment":"refused","required":["name","type"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"config":{"type":"object"},"role":{"type":["string","null"]},"expr":{"type":["string","null"]}}};

function validate239(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema62.required,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "label")) || (key0 === "config")) || (key0 === "role")) || (key0 === "expr"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema62.properties.name.type,parentSchema:schema62.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema62.properties.type.type,parentSchema:schema62.properties.type,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema62.properties.description.type},schema:schema62.properties.description.type,parentSchema:schema62.properties.description,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.label !== undefined){
let data3 = data.label;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema62.properties.label.type},schema:schema62.properties.label.type,parentSchema:schema62.properties.label,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.config !== undefined){
let data4 = data.config;
if(!(data4 && typeof data4 == "object" && !Array.isArray(data4))){
const err7 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema62.properties.config.type,parentSchema:schema62.properties.config,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.role !== undefined){
let data5 = data.role;
if((typeof data5 !== "string") && (data5 !== null)){
const err8 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: schema62.properties.role.type},schema:schema62.properties.role.type,parentSchema:schema62.properties.role,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.expr !== undefined){
let data6 = data.expr;
if((typeof data6 !== "string") && (data6 !== null)){
const err9 = {instancePath:instancePath+"/expr",schemaPath:"#/properties/expr/type",keyword:"type",params:{type: schema62.properties.expr.type},schema:schema62.properties.expr.type,parentSchema:schema62.properties.expr,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate239.errors = vErrors;
return errors === 0;
}

const schema63 = {"type":"object","title":"a measure","$comment":"refused","required":["name","agg"],"additionalProperties":false,"properties":{"name":{"type":"string"},"agg":{"type":"string"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"expr":{"type":["string","boolean","integer","null"]},"agg_params":{"$ref":"#/$defs/agg_params"},"non_additive_dimension":{"$ref":"#/$defs/non_additive"},"agg_time_dimension":{"type":["string","null"]},"create_metric":{"type":"boolean"},"config":{"type":"object"}}};
const schema64 = {"type":["object","null"],"title":"agg_params","$comment":"refused","additionalProperties":false,"properties":{"percentile":{"type":["number","null"]},"use_discrete_percentile":{"type":"boolean"},"use_approximate_percentile":{"type":"boolean"}}};

function validate242(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema64.type},schema:schema64.type,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "percentile") || (key0 === "use_discrete_percentile")) || (key0 === "use_approximate_percentile"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.percentile !== undefined){
let data0 = data.percentile;
if((!((typeof data0 == "number") && (isFinite(data0)))) && (data0 !== null)){
const err2 = {instancePath:instancePath+"/percentile",schemaPath:"#/properties/percentile/type",keyword:"type",params:{type: schema64.properties.percentile.type},schema:schema64.properties.percentile.type,parentSchema:schema64.properties.percentile,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.use_discrete_percentile !== undefined){
let data1 = data.use_discrete_percentile;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/use_discrete_percentile",schemaPath:"#/properties/use_discrete_percentile/type",keyword:"type",params:{type: "boolean"},schema:schema64.properties.use_discrete_percentile.type,parentSchema:schema64.properties.use_discrete_percentile,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.use_approximate_percentile !== undefined){
let data2 = data.use_approximate_percentile;
if(typeof data2 !== "boolean"){
const err4 = {instancePath:instancePath+"/use_approximate_percentile",schemaPath:"#/properties/use_approximate_percentile/type",keyword:"type",params:{type: "boolean"},schema:schema64.properties.use_approximate_percentile.type,parentSchema:schema64.properties.use_approximate_percentile,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate242.errors = vErrors;
return errors === 0;
}

const schema65 = {"type":["object","null"],"title":"non_additive_dimension","$comment":"refused","required":["name","window_choice"],"additionalProperties":false,"properties":{"name":{"type":"string"},"window_choice":{"type":"string"},"window_groupings":{"type":"array","items":{"type":"string"}}}};

function validate244(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema65.type},schema:schema65.type,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema65.required,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.window_choice === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "window_choice"},schema:schema65.required,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "window_choice")) || (key0 === "window_groupings"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema65.properties.name.type,parentSchema:schema65.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.window_choice !== undefined){
let data1 = data.window_choice;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/window_choice",schemaPath:"#/properties/window_choice/type",keyword:"type",params:{type: "string"},schema:schema65.properties.window_choice.type,parentSchema:schema65.properties.window_choice,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.window_groupings !== undefined){
let data2 = data.window_groupings;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/window_groupings/" + i0,schemaPath:"#/properties/window_groupings/items/type",keyword:"type",params:{type: "string"},schema:schema65.properties.window_groupings.items.type,parentSchema:schema65.properties.window_groupings.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/window_groupings",schemaPath:"#/properties/window_groupings/type",keyword:"type",params:{type: "array"},schema:schema65.properties.window_groupings.type,parentSchema:schema65.properties.window_groupings,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
validate244.errors = vErrors;
return errors === 0;
}


function validate241(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.agg === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agg"},schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema63.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema63.properties.name.type,parentSchema:schema63.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.agg !== undefined){
let data1 = data.agg;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/agg",schemaPath:"#/properties/agg/type",keyword:"type",params:{type: "string"},schema:schema63.properties.agg.type,parentSchema:schema63.properties.agg,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema63.properties.description.type},schema:schema63.properties.description.type,parentSchema:schema63.properties.description,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.label !== undefined){
let data3 = data.label;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema63.properties.label.type},schema:schema63.properties.label.type,parentSchema:schema63.properties.label,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.expr !== undefined){
let data4 = data.expr;
if((((typeof data4 !== "string") && (typeof data4 !== "boolean")) && (!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4))))) && (data4 !== null)){
const err7 = {instancePath:instancePath+"/expr",schemaPath:"#/properties/expr/type",keyword:"type",params:{type: schema63.properties.expr.type},schema:schema63.properties.expr.type,parentSchema:schema63.properties.expr,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.agg_params !== undefined){
if(!(validate242(data.agg_params, {instancePath:instancePath+"/agg_params",parentData:data,parentDataProperty:"agg_params",rootData}))){
vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors);
errors = vErrors.length;
}
}
if(data.non_additive_dimension !== undefined){
if(!(validate244(data.non_additive_dimension, {instancePath:instancePath+"/non_additive_dimension",parentData:data,parentDataProperty:"non_additive_dimension",rootData}))){
vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors);
errors = vErrors.length;
}
}
if(data.agg_time_dimension !== undefined){
let data7 = data.agg_time_dimension;
if((typeof data7 !== "string") && (data7 !== null)){
const err8 = {instancePath:instancePath+"/agg_time_dimension",schemaPath:"#/properties/agg_time_dimension/type",keyword:"type",params:{type: schema63.properties.agg_time_dimension.type},schema:schema63.properties.agg_time_dimension.type,parentSchema:schema63.properties.agg_time_dimension,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.create_metric !== undefined){
let data8 = data.create_metric;
if(typeof data8 !== "boolean"){
const err9 = {instancePath:instancePath+"/create_metric",schemaPath:"#/properties/create_metric/type",keyword:"type",params:{type: "boolean"},schema:schema63.properties.create_metric.type,parentSchema:schema63.properties.create_metric,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.config !== undefined){
let data9 = data.config;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
const err10 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema63.properties.config.type,parentSchema:schema63.properties.config,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate241.errors = vErrors;
return errors === 0;
}

const schema66 = {"type":"object","title":"a dimension","$comment":"refused","required":["name","type"],"additionalProperties":false,"properties":{"name":{"type":"string"},"type":{"type":"string"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"is_partition":{"type":"boolean"},"config":{"type":"object"},"type_params":{"$ref":"#/$defs/dimension_params"},"expr":{"type":["string","null"]}}};
const schema67 = {"type":["object","null"],"title":"type_params","$comment":"refused","required":["time_granularity"],"additionalProperties":false,"properties":{"time_granularity":{"type":"string"},"validity_params":{"$ref":"#/$defs/validity"}}};
const schema68 = {"type":["object","null"],"title":"validity_params","$comment":"refused","additionalProperties":false,"properties":{"is_start":{"type":"boolean"},"is_end":{"type":"boolean"}}};

function validate249(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema68.type},schema:schema68.type,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "is_start") || (key0 === "is_end"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.is_start !== undefined){
let data0 = data.is_start;
if(typeof data0 !== "boolean"){
const err2 = {instancePath:instancePath+"/is_start",schemaPath:"#/properties/is_start/type",keyword:"type",params:{type: "boolean"},schema:schema68.properties.is_start.type,parentSchema:schema68.properties.is_start,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.is_end !== undefined){
let data1 = data.is_end;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/is_end",schemaPath:"#/properties/is_end/type",keyword:"type",params:{type: "boolean"},schema:schema68.properties.is_end.type,parentSchema:schema68.properties.is_end,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
validate249.errors = vErrors;
return errors === 0;
}


function validate248(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema67.type},schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.time_granularity === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "time_granularity"},schema:schema67.required,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "time_granularity") || (key0 === "validity_params"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.time_granularity !== undefined){
let data0 = data.time_granularity;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/type",keyword:"type",params:{type: "string"},schema:schema67.properties.time_granularity.type,parentSchema:schema67.properties.time_granularity,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.validity_params !== undefined){
if(!(validate249(data.validity_params, {instancePath:instancePath+"/validity_params",parentData:data,parentDataProperty:"validity_params",rootData}))){
vErrors = vErrors === null ? validate249.errors : vErrors.concat(validate249.errors);
errors = vErrors.length;
}
}
}
validate248.errors = vErrors;
return errors === 0;
}


function validate247(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema66.required,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},schema:schema66.required,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "label")) || (key0 === "is_partition")) || (key0 === "config")) || (key0 === "type_params")) || (key0 === "expr"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema66.properties.name.type,parentSchema:schema66.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},schema:schema66.properties.type.type,parentSchema:schema66.properties.type,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema66.properties.description.type},schema:schema66.properties.description.type,parentSchema:schema66.properties.description,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.label !== undefined){
let data3 = data.label;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema66.properties.label.type},schema:schema66.properties.label.type,parentSchema:schema66.properties.label,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.is_partition !== undefined){
let data4 = data.is_partition;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/is_partition",schemaPath:"#/properties/is_partition/type",keyword:"type",params:{type: "boolean"},schema:schema66.properties.is_partition.type,parentSchema:schema66.properties.is_partition,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.config !== undefined){
let data5 = data.config;
if(!(data5 && typeof data5 == "object" && !Array.isArray(data5))){
const err8 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema66.properties.config.type,parentSchema:schema66.properties.config,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.type_params !== undefined){
if(!(validate248(data.type_params, {instancePath:instancePath+"/type_params",parentData:data,parentDataProperty:"type_params",rootData}))){
vErrors = vErrors === null ? validate248.errors : vErrors.concat(validate248.errors);
errors = vErrors.length;
}
}
if(data.expr !== undefined){
let data7 = data.expr;
if((typeof data7 !== "string") && (data7 !== null)){
const err9 = {instancePath:instancePath+"/expr",schemaPath:"#/properties/expr/type",keyword:"type",params:{type: schema66.properties.expr.type},schema:schema66.properties.expr.type,parentSchema:schema66.properties.expr,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate247.errors = vErrors;
return errors === 0;
}


function validate236(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.model === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema60.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema60.properties.name.type,parentSchema:schema60.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.model !== undefined){
let data1 = data.model;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},schema:schema60.properties.model.type,parentSchema:schema60.properties.model,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.config !== undefined){
let data2 = data.config;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err5 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema60.properties.config.type,parentSchema:schema60.properties.config,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema60.properties.description.type},schema:schema60.properties.description.type,parentSchema:schema60.properties.description,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.label !== undefined){
let data4 = data.label;
if((typeof data4 !== "string") && (data4 !== null)){
const err7 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema60.properties.label.type},schema:schema60.properties.label.type,parentSchema:schema60.properties.label,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate237(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate237.errors : vErrors.concat(validate237.errors);
errors = vErrors.length;
}
}
if(data.entities !== undefined){
let data6 = data.entities;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate239(data6[i0], {instancePath:instancePath+"/entities/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate239.errors : vErrors.concat(validate239.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/entities",schemaPath:"#/properties/entities/type",keyword:"type",params:{type: "array"},schema:schema60.properties.entities.type,parentSchema:schema60.properties.entities,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.measures !== undefined){
let data8 = data.measures;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate241(data8[i1], {instancePath:instancePath+"/measures/" + i1,parentData:data8,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate241.errors : vErrors.concat(validate241.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/measures",schemaPath:"#/properties/measures/type",keyword:"type",params:{type: "array"},schema:schema60.properties.measures.type,parentSchema:schema60.properties.measures,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.dimensions !== undefined){
let data10 = data.dimensions;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
if(!(validate247(data10[i2], {instancePath:instancePath+"/dimensions/" + i2,parentData:data10,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate247.errors : vErrors.concat(validate247.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/dimensions",schemaPath:"#/properties/dimensions/type",keyword:"type",params:{type: "array"},schema:schema60.properties.dimensions.type,parentSchema:schema60.properties.dimensions,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.primary_entity !== undefined){
let data12 = data.primary_entity;
if((typeof data12 !== "string") && (data12 !== null)){
const err11 = {instancePath:instancePath+"/primary_entity",schemaPath:"#/properties/primary_entity/type",keyword:"type",params:{type: schema60.properties.primary_entity.type},schema:schema60.properties.primary_entity.type,parentSchema:schema60.properties.primary_entity,data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate236.errors = vErrors;
return errors === 0;
}

const schema69 = {"type":"object","title":"a saved query","$comment":"refused","required":["name","query_params"],"additionalProperties":false,"properties":{"name":{"type":"string"},"query_params":{"$ref":"#/$defs/query_params"},"description":{"type":["string","null"]},"label":{"type":["string","null"]},"exports":{"type":"array","items":{"$ref":"#/$defs/export"}},"config":{"type":"object"},"tags":{"type":["string","array"],"items":{"type":"string"}}}};
const schema70 = {"type":"object","title":"query_params","$comment":"refused","additionalProperties":false,"properties":{"metrics":{"type":"array","items":{"type":"string"}},"group_by":{"type":"array","items":{"type":"string"}},"where":{"type":["string","array","null"],"items":{"type":"string"}},"order_by":{"type":"array","items":{"type":"string"}},"limit":{"type":["integer","null"]}}};

function validate255(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "metrics") || (key0 === "group_by")) || (key0 === "where")) || (key0 === "order_by")) || (key0 === "limit"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.metrics !== undefined){
let data0 = data.metrics;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/metrics/" + i0,schemaPath:"#/properties/metrics/items/type",keyword:"type",params:{type: "string"},schema:schema70.properties.metrics.items.type,parentSchema:schema70.properties.metrics.items,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},schema:schema70.properties.metrics.type,parentSchema:schema70.properties.metrics,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.group_by !== undefined){
let data2 = data.group_by;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/group_by/" + i1,schemaPath:"#/properties/group_by/items/type",keyword:"type",params:{type: "string"},schema:schema70.properties.group_by.items.type,parentSchema:schema70.properties.group_by.items,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/group_by",schemaPath:"#/properties/group_by/type",keyword:"type",params:{type: "array"},schema:schema70.properties.group_by.type,parentSchema:schema70.properties.group_by,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(((typeof data4 !== "string") && (!(Array.isArray(data4)))) && (data4 !== null)){
const err5 = {instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: schema70.properties.where.type},schema:schema70.properties.where.type,parentSchema:schema70.properties.where,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
if(typeof data5 !== "string"){
const err6 = {instancePath:instancePath+"/where/" + i2,schemaPath:"#/properties/where/items/type",keyword:"type",params:{type: "string"},schema:schema70.properties.where.items.type,parentSchema:schema70.properties.where.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
if(data.order_by !== undefined){
let data6 = data.order_by;
if(Array.isArray(data6)){
const len3 = data6.length;
for(let i3=0; i3<len3; i3++){
let data7 = data6[i3];
if(typeof data7 !== "string"){
const err7 = {instancePath:instancePath+"/order_by/" + i3,schemaPath:"#/properties/order_by/items/type",keyword:"type",params:{type: "string"},schema:schema70.properties.order_by.items.type,parentSchema:schema70.properties.order_by.items,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/order_by",schemaPath:"#/properties/order_by/type",keyword:"type",params:{type: "array"},schema:schema70.properties.order_by.type,parentSchema:schema70.properties.order_by,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.limit !== undefined){
let data8 = data.limit;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
const err9 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: schema70.properties.limit.type},schema:schema70.properties.limit.type,parentSchema:schema70.properties.limit,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate255.errors = vErrors;
return errors === 0;
}

const schema71 = {"type":"object","title":"an export","$comment":"refused","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"config":{"type":"object"}}};

function validate257(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema71.required,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "name") || (key0 === "config"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema71.properties.name.type,parentSchema:schema71.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.config !== undefined){
let data1 = data.config;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
const err3 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema71.properties.config.type,parentSchema:schema71.properties.config,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate257.errors = vErrors;
return errors === 0;
}


function validate254(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.query_params === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "query_params"},schema:schema69.required,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "query_params")) || (key0 === "description")) || (key0 === "label")) || (key0 === "exports")) || (key0 === "config")) || (key0 === "tags"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema69.properties.name.type,parentSchema:schema69.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.query_params !== undefined){
if(!(validate255(data.query_params, {instancePath:instancePath+"/query_params",parentData:data,parentDataProperty:"query_params",rootData}))){
vErrors = vErrors === null ? validate255.errors : vErrors.concat(validate255.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema69.properties.description.type},schema:schema69.properties.description.type,parentSchema:schema69.properties.description,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.label !== undefined){
let data3 = data.label;
if((typeof data3 !== "string") && (data3 !== null)){
const err5 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema69.properties.label.type},schema:schema69.properties.label.type,parentSchema:schema69.properties.label,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.exports !== undefined){
let data4 = data.exports;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate257(data4[i0], {instancePath:instancePath+"/exports/" + i0,parentData:data4,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate257.errors : vErrors.concat(validate257.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/exports",schemaPath:"#/properties/exports/type",keyword:"type",params:{type: "array"},schema:schema69.properties.exports.type,parentSchema:schema69.properties.exports,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.config !== undefined){
let data6 = data.config;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err7 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"},schema:schema69.properties.config.type,parentSchema:schema69.properties.config,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tags !== undefined){
let data7 = data.tags;
if((typeof data7 !== "string") && (!(Array.isArray(data7)))){
const err8 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: schema69.properties.tags.type},schema:schema69.properties.tags.type,parentSchema:schema69.properties.tags,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/tags/" + i1,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},schema:schema69.properties.tags.items.type,parentSchema:schema69.properties.tags.items,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema69.type,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate254.errors = vErrors;
return errors === 0;
}

const schema72 = {"type":"object","title":"a unit test","required":["name","model","given","expect"],"additionalProperties":false,"properties":{"name":{"type":"string"},"model":{"type":"string"},"description":{"type":["string","null"]},"given":{"type":"array","items":{"type":"object","title":"an input of a unit test","required":["input"],"additionalProperties":false,"properties":{"input":{"type":"string"},"rows":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"object"}}]},"format":{"enum":["dict","csv","sql",null]},"fixture":{"type":["string","null"]}}}},"expect":{"type":"object","title":"\"expect\"","additionalProperties":false,"properties":{"rows":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"object"}}]},"format":{"enum":["dict","csv","sql",null]},"fixture":{"type":["string","null"]}}},"overrides":{"type":["object","null"],"title":"\"overrides\"","additionalProperties":false,"properties":{"macros":{"type":["object","null"]},"vars":{"type":["object","null"]},"env_vars":{"type":["object","null"]}}},"versions":{"type":["object","null"],"title":"\"versions\"","additionalProperties":false,"properties":{"include":{"type":["array","null"],"items":{"$ref":"#/$defs/version_id"}},"exclude":{"type":["array","null"],"items":{"$ref":"#/$defs/version_id"}}}},"config":{"$ref":"#/$defs/config"}}};

function validate260(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.model === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.given === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "given"},schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.expect === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expect"},schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "model")) || (key0 === "description")) || (key0 === "given")) || (key0 === "expect")) || (key0 === "overrides")) || (key0 === "versions")) || (key0 === "config"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema72.properties.name.type,parentSchema:schema72.properties.name,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.model !== undefined){
let data1 = data.model;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},schema:schema72.properties.model.type,parentSchema:schema72.properties.model,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
const err7 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema72.properties.description.type},schema:schema72.properties.description.type,parentSchema:schema72.properties.description,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.given !== undefined){
let data3 = data.given;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.input === undefined){
const err8 = {instancePath:instancePath+"/given/" + i0,schemaPath:"#/properties/given/items/required",keyword:"required",params:{missingProperty: "input"},schema:schema72.properties.given.items.required,parentSchema:schema72.properties.given.items,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data4){
if(!((((key1 === "input") || (key1 === "rows")) || (key1 === "format")) || (key1 === "fixture"))){
const err9 = {instancePath:instancePath+"/given/" + i0,schemaPath:"#/properties/given/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema72.properties.given.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.input !== undefined){
let data5 = data4.input;
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/given/" + i0+"/input",schemaPath:"#/properties/given/items/properties/input/type",keyword:"type",params:{type: "string"},schema:schema72.properties.given.items.properties.input.type,parentSchema:schema72.properties.given.items.properties.input,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.rows !== undefined){
let data6 = data4.rows;
const _errs16 = errors;
let valid4 = false;
const _errs17 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
const err11 = {instancePath:instancePath+"/given/" + i0+"/rows",schemaPath:"#/properties/given/items/properties/rows/anyOf/0/type",keyword:"type",params:{type: schema72.properties.given.items.properties.rows.anyOf[0].type},schema:schema72.properties.given.items.properties.rows.anyOf[0].type,parentSchema:schema72.properties.given.items.properties.rows.anyOf[0],data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs17 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs19 = errors;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
const err12 = {instancePath:instancePath+"/given/" + i0+"/rows/" + i1,schemaPath:"#/properties/given/items/properties/rows/anyOf/1/items/type",keyword:"type",params:{type: "object"},schema:schema72.properties.given.items.properties.rows.anyOf[1].items.type,parentSchema:schema72.properties.given.items.properties.rows.anyOf[1].items,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/given/" + i0+"/rows",schemaPath:"#/properties/given/items/properties/rows/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema72.properties.given.items.properties.rows.anyOf[1].type,parentSchema:schema72.properties.given.items.properties.rows.anyOf[1],data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs19 === errors;
valid4 = valid4 || _valid0;
}
if(!valid4){
const err14 = {instancePath:instancePath+"/given/" + i0+"/rows",schemaPath:"#/properties/given/items/properties/rows/anyOf",keyword:"anyOf",params:{},schema:schema72.properties.given.items.properties.rows.anyOf,parentSchema:schema72.properties.given.items.properties.rows,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data4.format !== undefined){
let data8 = data4.format;
if(!((((data8 === "dict") || (data8 === "csv")) || (data8 === "sql")) || (data8 === null))){
const err15 = {instancePath:instancePath+"/given/" + i0+"/format",schemaPath:"#/properties/given/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema72.properties.given.items.properties.format.enum},schema:schema72.properties.given.items.properties.format.enum,parentSchema:schema72.properties.given.items.properties.format,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.fixture !== undefined){
let data9 = data4.fixture;
if((typeof data9 !== "string") && (data9 !== null)){
const err16 = {instancePath:instancePath+"/given/" + i0+"/fixture",schemaPath:"#/properties/given/items/properties/fixture/type",keyword:"type",params:{type: schema72.properties.given.items.properties.fixture.type},schema:schema72.properties.given.items.properties.fixture.type,parentSchema:schema72.properties.given.items.properties.fixture,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/given/" + i0,schemaPath:"#/properties/given/items/type",keyword:"type",params:{type: "object"},schema:schema72.properties.given.items.type,parentSchema:schema72.properties.given.items,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/given",schemaPath:"#/properties/given/type",keyword:"type",params:{type: "array"},schema:schema72.properties.given.type,parentSchema:schema72.properties.given,data:data3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.expect !== undefined){
let data10 = data.expect;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(!(((key2 === "rows") || (key2 === "format")) || (key2 === "fixture"))){
const err19 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema72.properties.expect,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data10.rows !== undefined){
let data11 = data10.rows;
const _errs30 = errors;
let valid8 = false;
const _errs31 = errors;
if((typeof data11 !== "string") && (data11 !== null)){
const err20 = {instancePath:instancePath+"/expect/rows",schemaPath:"#/properties/expect/properties/rows/anyOf/0/type",keyword:"type",params:{type: schema72.properties.expect.properties.rows.anyOf[0].type},schema:schema72.properties.expect.properties.rows.anyOf[0].type,parentSchema:schema72.properties.expect.properties.rows.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid1 = _errs31 === errors;
valid8 = valid8 || _valid1;
if(!valid8){
const _errs33 = errors;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
const err21 = {instancePath:instancePath+"/expect/rows/" + i2,schemaPath:"#/properties/expect/properties/rows/anyOf/1/items/type",keyword:"type",params:{type: "object"},schema:schema72.properties.expect.properties.rows.anyOf[1].items.type,parentSchema:schema72.properties.expect.properties.rows.anyOf[1].items,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/expect/rows",schemaPath:"#/properties/expect/properties/rows/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema72.properties.expect.properties.rows.anyOf[1].type,parentSchema:schema72.properties.expect.properties.rows.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid1 = _errs33 === errors;
valid8 = valid8 || _valid1;
}
if(!valid8){
const err23 = {instancePath:instancePath+"/expect/rows",schemaPath:"#/properties/expect/properties/rows/anyOf",keyword:"anyOf",params:{},schema:schema72.properties.expect.properties.rows.anyOf,parentSchema:schema72.properties.expect.properties.rows,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
}
if(data10.format !== undefined){
let data13 = data10.format;
if(!((((data13 === "dict") || (data13 === "csv")) || (data13 === "sql")) || (data13 === null))){
const err24 = {instancePath:instancePath+"/expect/format",schemaPath:"#/properties/expect/properties/format/enum",keyword:"enum",params:{allowedValues: schema72.properties.expect.properties.format.enum},schema:schema72.properties.expect.properties.format.enum,parentSchema:schema72.properties.expect.properties.format,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data10.fixture !== undefined){
let data14 = data10.fixture;
if((typeof data14 !== "string") && (data14 !== null)){
const err25 = {instancePath:instancePath+"/expect/fixture",schemaPath:"#/properties/expect/properties/fixture/type",keyword:"type",params:{type: schema72.properties.expect.properties.fixture.type},schema:schema72.properties.expect.properties.fixture.type,parentSchema:schema72.properties.expect.properties.fixture,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "object"},schema:schema72.properties.expect.type,parentSchema:schema72.properties.expect,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.overrides !== undefined){
let data15 = data.overrides;
if((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (data15 !== null)){
const err27 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: schema72.properties.overrides.type},schema:schema72.properties.overrides.type,parentSchema:schema72.properties.overrides,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 in data15){
if(!(((key3 === "macros") || (key3 === "vars")) || (key3 === "env_vars"))){
const err28 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema72.properties.overrides,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.macros !== undefined){
let data16 = data15.macros;
if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){
const err29 = {instancePath:instancePath+"/overrides/macros",schemaPath:"#/properties/overrides/properties/macros/type",keyword:"type",params:{type: schema72.properties.overrides.properties.macros.type},schema:schema72.properties.overrides.properties.macros.type,parentSchema:schema72.properties.overrides.properties.macros,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data15.vars !== undefined){
let data17 = data15.vars;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err30 = {instancePath:instancePath+"/overrides/vars",schemaPath:"#/properties/overrides/properties/vars/type",keyword:"type",params:{type: schema72.properties.overrides.properties.vars.type},schema:schema72.properties.overrides.properties.vars.type,parentSchema:schema72.properties.overrides.properties.vars,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data15.env_vars !== undefined){
let data18 = data15.env_vars;
if((!(data18 && typeof data18 == "object" && !Array.isArray(data18))) && (data18 !== null)){
const err31 = {instancePath:instancePath+"/overrides/env_vars",schemaPath:"#/properties/overrides/properties/env_vars/type",keyword:"type",params:{type: schema72.properties.overrides.properties.env_vars.type},schema:schema72.properties.overrides.properties.env_vars.type,parentSchema:schema72.properties.overrides.properties.env_vars,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data.versions !== undefined){
let data19 = data.versions;
if((!(data19 && typeof data19 == "object" && !Array.isArray(data19))) && (data19 !== null)){
const err32 = {instancePath:instancePath+"/versions",schemaPath:"#/properties/versions/type",keyword:"type",params:{type: schema72.properties.versions.type},schema:schema72.properties.versions.type,parentSchema:schema72.properties.versions,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key4 in data19){
if(!((key4 === "include") || (key4 === "exclude"))){
const err33 = {instancePath:instancePath+"/versions",schemaPath:"#/properties/versions/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema72.properties.versions,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.include !== undefined){
let data20 = data19.include;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err34 = {instancePath:instancePath+"/versions/include",schemaPath:"#/properties/versions/properties/include/type",keyword:"type",params:{type: schema72.properties.versions.properties.include.type},schema:schema72.properties.versions.properties.include.type,parentSchema:schema72.properties.versions.properties.include,data:data20};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(Array.isArray(data20)){
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
if(!(validate124(data20[i3], {instancePath:instancePath+"/versions/include/" + i3,parentData:data20,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
}
}
if(data19.exclude !== undefined){
let data22 = data19.exclude;
if((!(Array.isArray(data22))) && (data22 !== null)){
const err35 = {instancePath:instancePath+"/versions/exclude",schemaPath:"#/properties/versions/properties/exclude/type",keyword:"type",params:{type: schema72.properties.versions.properties.exclude.type},schema:schema72.properties.versions.properties.exclude.type,parentSchema:schema72.properties.versions.properties.exclude,data:data22};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(Array.isArray(data22)){
const len4 = data22.length;
for(let i4=0; i4<len4; i4++){
if(!(validate124(data22[i4], {instancePath:instancePath+"/versions/exclude/" + i4,parentData:data22,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
}
}
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate260.errors = vErrors;
return errors === 0;
}

const schema73 = {"type":"object","title":"a report","required":["name"],"$comment":"ours","additionalProperties":false,"properties":{"name":{"type":"string"},"template":{"type":"string"},"path":{"type":"string"},"description":{"type":["string","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/tags"},"config":{"type":["object","null"],"title":"\"config\" of a report","properties":{"enabled":{"type":["boolean","null"]},"meta":{"type":["object","null"]},"tags":{"$ref":"#/$defs/tags"}}}}};

function validate265(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "template")) || (key0 === "path")) || (key0 === "description")) || (key0 === "meta")) || (key0 === "tags")) || (key0 === "config"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema73.properties.name.type,parentSchema:schema73.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.template !== undefined){
let data1 = data.template;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/type",keyword:"type",params:{type: "string"},schema:schema73.properties.template.type,parentSchema:schema73.properties.template,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data2 = data.path;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema73.properties.path.type,parentSchema:schema73.properties.path,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if((typeof data3 !== "string") && (data3 !== null)){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema73.properties.description.type},schema:schema73.properties.description.type,parentSchema:schema73.properties.description,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.meta !== undefined){
let data4 = data.meta;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
const err6 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema73.properties.meta.type},schema:schema73.properties.meta.type,parentSchema:schema73.properties.meta,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.tags !== undefined){
if(!(validate93(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
if(data.config !== undefined){
let data6 = data.config;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err7 = {instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: schema73.properties.config.type},schema:schema73.properties.config.type,parentSchema:schema73.properties.config,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.enabled !== undefined){
let data7 = data6.enabled;
if((typeof data7 !== "boolean") && (data7 !== null)){
const err8 = {instancePath:instancePath+"/config/enabled",schemaPath:"#/properties/config/properties/enabled/type",keyword:"type",params:{type: schema73.properties.config.properties.enabled.type},schema:schema73.properties.config.properties.enabled.type,parentSchema:schema73.properties.config.properties.enabled,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data6.meta !== undefined){
let data8 = data6.meta;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err9 = {instancePath:instancePath+"/config/meta",schemaPath:"#/properties/config/properties/meta/type",keyword:"type",params:{type: schema73.properties.config.properties.meta.type},schema:schema73.properties.config.properties.meta.type,parentSchema:schema73.properties.config.properties.meta,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.tags !== undefined){
if(!(validate93(data6.tags, {instancePath:instancePath+"/config/tags",parentData:data6,parentDataProperty:"tags",rootData}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate265.errors = vErrors;
return errors === 0;
}

const schema74 = {"type":"object","required":["name"],"properties":{"name":{"type":"string"}}};

function validate269(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema74.required,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema74.properties.name.type,parentSchema:schema74.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema74.type,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate269.errors = vErrors;
return errors === 0;
}

const schema75 = {"type":"object","title":"a monitor","required":["name"],"$comment":"ours","additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"config":{"$ref":"#/$defs/config"},"on":{"type":"string"},"value":{"type":"string"},"freshness":{"type":"object","title":"\"freshness\"","$comment":"ours","additionalProperties":false,"required":["on"],"properties":{"on":{"type":"string"},"loaded_at_field":{"type":"string"},"filter":{"type":"string"},"warn_after":{"$ref":"#/$defs/age"},"error_after":{"$ref":"#/$defs/age"},"clock":{"type":"string"}}},"sla":{"type":"object","title":"\"sla\"","$comment":"ours","additionalProperties":false,"required":["on","by"],"properties":{"on":{"type":"string"},"by":{"type":["string","number"]},"days":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"timezone":{"type":"string"}}},"success_rate":{"type":"object","title":"\"success_rate\"","$comment":"ours","additionalProperties":false,"properties":{"of":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"within":{"type":["string","number"]}}},"error_if":{"type":"string"},"warn_if":{"type":"string"},"history":{"type":"object","title":"\"history\"","$comment":"ours","additionalProperties":false,"anyOf":[{"required":["last"]},{"required":["days"]}],"properties":{"last":{"type":"integer","minimum":1},"days":{"type":"integer","minimum":1},"per":{"enum":["date","run"]},"baseline":{"enum":["median","mean","previous"]}}},"on_error":{"enum":["stop","fail","warn"]}}};

function validate271(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema75.required,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema75.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema75.properties.name.type,parentSchema:schema75.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema75.properties.description.type},schema:schema75.properties.description.type,parentSchema:schema75.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.config !== undefined){
if(!(validate87(data.config, {instancePath:instancePath+"/config",parentData:data,parentDataProperty:"config",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.on !== undefined){
let data3 = data.on;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/on",schemaPath:"#/properties/on/type",keyword:"type",params:{type: "string"},schema:schema75.properties.on.type,parentSchema:schema75.properties.on,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.value !== undefined){
let data4 = data.value;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},schema:schema75.properties.value.type,parentSchema:schema75.properties.value,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.freshness !== undefined){
let data5 = data.freshness;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.on === undefined){
const err6 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/required",keyword:"required",params:{missingProperty: "on"},schema:schema75.properties.freshness.required,parentSchema:schema75.properties.freshness,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data5){
if(!((((((key1 === "on") || (key1 === "loaded_at_field")) || (key1 === "filter")) || (key1 === "warn_after")) || (key1 === "error_after")) || (key1 === "clock"))){
const err7 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema75.properties.freshness,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.on !== undefined){
let data6 = data5.on;
if(typeof data6 !== "string"){
const err8 = {instancePath:instancePath+"/freshness/on",schemaPath:"#/properties/freshness/properties/on/type",keyword:"type",params:{type: "string"},schema:schema75.properties.freshness.properties.on.type,parentSchema:schema75.properties.freshness.properties.on,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.loaded_at_field !== undefined){
let data7 = data5.loaded_at_field;
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/freshness/loaded_at_field",schemaPath:"#/properties/freshness/properties/loaded_at_field/type",keyword:"type",params:{type: "string"},schema:schema75.properties.freshness.properties.loaded_at_field.type,parentSchema:schema75.properties.freshness.properties.loaded_at_field,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.filter !== undefined){
let data8 = data5.filter;
if(typeof data8 !== "string"){
const err10 = {instancePath:instancePath+"/freshness/filter",schemaPath:"#/properties/freshness/properties/filter/type",keyword:"type",params:{type: "string"},schema:schema75.properties.freshness.properties.filter.type,parentSchema:schema75.properties.freshness.properties.filter,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data5.warn_after !== undefined){
if(!(validate185(data5.warn_after, {instancePath:instancePath+"/freshness/warn_after",parentData:data5,parentDataProperty:"warn_after",rootData}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data5.error_after !== undefined){
if(!(validate185(data5.error_after, {instancePath:instancePath+"/freshness/error_after",parentData:data5,parentDataProperty:"error_after",rootData}))){
vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
errors = vErrors.length;
}
}
if(data5.clock !== undefined){
let data11 = data5.clock;
if(typeof data11 !== "string"){
const err11 = {instancePath:instancePath+"/freshness/clock",schemaPath:"#/properties/freshness/properties/clock/type",keyword:"type",params:{type: "string"},schema:schema75.properties.freshness.properties.clock.type,parentSchema:schema75.properties.freshness.properties.clock,data:data11};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/freshness",schemaPath:"#/properties/freshness/type",keyword:"type",params:{type: "object"},schema:schema75.properties.freshness.type,parentSchema:schema75.properties.freshness,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.sla !== undefined){
let data12 = data.sla;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.on === undefined){
const err13 = {instancePath:instancePath+"/sla",schemaPath:"#/properties/sla/required",keyword:"required",params:{missingProperty: "on"},schema:schema75.properties.sla.required,parentSchema:schema75.properties.sla,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data12.by === undefined){
const err14 = {instancePath:instancePath+"/sla",schemaPath:"#/properties/sla/required",keyword:"required",params:{missingProperty: "by"},schema:schema75.properties.sla.required,parentSchema:schema75.properties.sla,data:data12};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key2 in data12){
if(!((((key2 === "on") || (key2 === "by")) || (key2 === "days")) || (key2 === "timezone"))){
const err15 = {instancePath:instancePath+"/sla",schemaPath:"#/properties/sla/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema75.properties.sla,data:data12};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data12.on !== undefined){
let data13 = data12.on;
if(typeof data13 !== "string"){
const err16 = {instancePath:instancePath+"/sla/on",schemaPath:"#/properties/sla/properties/on/type",keyword:"type",params:{type: "string"},schema:schema75.properties.sla.properties.on.type,parentSchema:schema75.properties.sla.properties.on,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data12.by !== undefined){
let data14 = data12.by;
if((typeof data14 !== "string") && (!((typeof data14 == "number") && (isFinite(data14))))){
const err17 = {instancePath:instancePath+"/sla/by",schemaPath:"#/properties/sla/properties/by/type",keyword:"type",params:{type: schema75.properties.sla.properties.by.type},schema:schema75.properties.sla.properties.by.type,parentSchema:schema75.properties.sla.properties.by,data:data14};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data12.days !== undefined){
let data15 = data12.days;
const _errs35 = errors;
let valid3 = false;
const _errs36 = errors;
if(typeof data15 !== "string"){
const err18 = {instancePath:instancePath+"/sla/days",schemaPath:"#/properties/sla/properties/days/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema75.properties.sla.properties.days.anyOf[0].type,parentSchema:schema75.properties.sla.properties.days.anyOf[0],data:data15};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs36 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs38 = errors;
if(Array.isArray(data15)){
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(typeof data16 !== "string"){
const err19 = {instancePath:instancePath+"/sla/days/" + i0,schemaPath:"#/properties/sla/properties/days/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema75.properties.sla.properties.days.anyOf[1].items.type,parentSchema:schema75.properties.sla.properties.days.anyOf[1].items,data:data16};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/sla/days",schemaPath:"#/properties/sla/properties/days/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema75.properties.sla.properties.days.anyOf[1].type,parentSchema:schema75.properties.sla.properties.days.anyOf[1],data:data15};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid0 = _errs38 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err21 = {instancePath:instancePath+"/sla/days",schemaPath:"#/properties/sla/properties/days/anyOf",keyword:"anyOf",params:{},schema:schema75.properties.sla.properties.days.anyOf,parentSchema:schema75.properties.sla.properties.days,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
}
if(data12.timezone !== undefined){
let data17 = data12.timezone;
if(typeof data17 !== "string"){
const err22 = {instancePath:instancePath+"/sla/timezone",schemaPath:"#/properties/sla/properties/timezone/type",keyword:"type",params:{type: "string"},schema:schema75.properties.sla.properties.timezone.type,parentSchema:schema75.properties.sla.properties.timezone,data:data17};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/sla",schemaPath:"#/properties/sla/type",keyword:"type",params:{type: "object"},schema:schema75.properties.sla.type,parentSchema:schema75.properties.sla,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.success_rate !== undefined){
let data18 = data.success_rate;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!((key3 === "of") || (key3 === "within"))){
const err24 = {instancePath:instancePath+"/success_rate",schemaPath:"#/properties/success_rate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema75.properties.success_rate,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data18.of !== undefined){
let data19 = data18.of;
const _errs49 = errors;
let valid7 = false;
const _errs50 = errors;
if(typeof data19 !== "string"){
const err25 = {instancePath:instancePath+"/success_rate/of",schemaPath:"#/properties/success_rate/properties/of/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema75.properties.success_rate.properties.of.anyOf[0].type,parentSchema:schema75.properties.success_rate.properties.of.anyOf[0],data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid1 = _errs50 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const _errs52 = errors;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
let data20 = data19[i1];
if(typeof data20 !== "string"){
const err26 = {instancePath:instancePath+"/success_rate/of/" + i1,schemaPath:"#/properties/success_rate/properties/of/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema75.properties.success_rate.properties.of.anyOf[1].items.type,parentSchema:schema75.properties.success_rate.properties.of.anyOf[1].items,data:data20};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/success_rate/of",schemaPath:"#/properties/success_rate/properties/of/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema75.properties.success_rate.properties.of.anyOf[1].type,parentSchema:schema75.properties.success_rate.properties.of.anyOf[1],data:data19};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid1 = _errs52 === errors;
valid7 = valid7 || _valid1;
}
if(!valid7){
const err28 = {instancePath:instancePath+"/success_rate/of",schemaPath:"#/properties/success_rate/properties/of/anyOf",keyword:"anyOf",params:{},schema:schema75.properties.success_rate.properties.of.anyOf,parentSchema:schema75.properties.success_rate.properties.of,data:data19};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
errors = _errs49;
if(vErrors !== null){
if(_errs49){
vErrors.length = _errs49;
}
else {
vErrors = null;
}
}
}
}
if(data18.within !== undefined){
let data21 = data18.within;
if((typeof data21 !== "string") && (!((typeof data21 == "number") && (isFinite(data21))))){
const err29 = {instancePath:instancePath+"/success_rate/within",schemaPath:"#/properties/success_rate/properties/within/type",keyword:"type",params:{type: schema75.properties.success_rate.properties.within.type},schema:schema75.properties.success_rate.properties.within.type,parentSchema:schema75.properties.success_rate.properties.within,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/success_rate",schemaPath:"#/properties/success_rate/type",keyword:"type",params:{type: "object"},schema:schema75.properties.success_rate.type,parentSchema:schema75.properties.success_rate,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.error_if !== undefined){
let data22 = data.error_if;
if(typeof data22 !== "string"){
const err31 = {instancePath:instancePath+"/error_if",schemaPath:"#/properties/error_if/type",keyword:"type",params:{type: "string"},schema:schema75.properties.error_if.type,parentSchema:schema75.properties.error_if,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.warn_if !== undefined){
let data23 = data.warn_if;
if(typeof data23 !== "string"){
const err32 = {instancePath:instancePath+"/warn_if",schemaPath:"#/properties/warn_if/type",keyword:"type",params:{type: "string"},schema:schema75.properties.warn_if.type,parentSchema:schema75.properties.warn_if,data:data23};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.history !== undefined){
let data24 = data.history;
const _errs65 = errors;
let valid10 = false;
const _errs66 = errors;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.last === undefined){
const err33 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/anyOf/0/required",keyword:"required",params:{missingProperty: "last"},schema:schema75.properties.history.anyOf[0].required,parentSchema:schema75.properties.history.anyOf[0],data:data24};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var _valid2 = _errs66 === errors;
valid10 = valid10 || _valid2;
if(!valid10){
const _errs67 = errors;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.days === undefined){
const err34 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/anyOf/1/required",keyword:"required",params:{missingProperty: "days"},schema:schema75.properties.history.anyOf[1].required,parentSchema:schema75.properties.history.anyOf[1],data:data24};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid2 = _errs67 === errors;
valid10 = valid10 || _valid2;
}
if(!valid10){
const err35 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/anyOf",keyword:"anyOf",params:{},schema:schema75.properties.history.anyOf,parentSchema:schema75.properties.history,data:data24};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
errors = _errs65;
if(vErrors !== null){
if(_errs65){
vErrors.length = _errs65;
}
else {
vErrors = null;
}
}
}
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key4 in data24){
if(!((((key4 === "last") || (key4 === "days")) || (key4 === "per")) || (key4 === "baseline"))){
const err36 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema75.properties.history,data:data24};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data24.last !== undefined){
let data25 = data24.last;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err37 = {instancePath:instancePath+"/history/last",schemaPath:"#/properties/history/properties/last/type",keyword:"type",params:{type: "integer"},schema:schema75.properties.history.properties.last.type,parentSchema:schema75.properties.history.properties.last,data:data25};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 1 || isNaN(data25)){
const err38 = {instancePath:instancePath+"/history/last",schemaPath:"#/properties/history/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema75.properties.history.properties.last,data:data25};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data24.days !== undefined){
let data26 = data24.days;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err39 = {instancePath:instancePath+"/history/days",schemaPath:"#/properties/history/properties/days/type",keyword:"type",params:{type: "integer"},schema:schema75.properties.history.properties.days.type,parentSchema:schema75.properties.history.properties.days,data:data26};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
const err40 = {instancePath:instancePath+"/history/days",schemaPath:"#/properties/history/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema75.properties.history.properties.days,data:data26};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data24.per !== undefined){
let data27 = data24.per;
if(!((data27 === "date") || (data27 === "run"))){
const err41 = {instancePath:instancePath+"/history/per",schemaPath:"#/properties/history/properties/per/enum",keyword:"enum",params:{allowedValues: schema75.properties.history.properties.per.enum},schema:schema75.properties.history.properties.per.enum,parentSchema:schema75.properties.history.properties.per,data:data27};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data24.baseline !== undefined){
let data28 = data24.baseline;
if(!(((data28 === "median") || (data28 === "mean")) || (data28 === "previous"))){
const err42 = {instancePath:instancePath+"/history/baseline",schemaPath:"#/properties/history/properties/baseline/enum",keyword:"enum",params:{allowedValues: schema75.properties.history.properties.baseline.enum},schema:schema75.properties.history.properties.baseline.enum,parentSchema:schema75.properties.history.properties.baseline,data:data28};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/type",keyword:"type",params:{type: "object"},schema:schema75.properties.history.type,parentSchema:schema75.properties.history,data:data24};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.on_error !== undefined){
let data29 = data.on_error;
if(!(((data29 === "stop") || (data29 === "fail")) || (data29 === "warn"))){
const err44 = {instancePath:instancePath+"/on_error",schemaPath:"#/properties/on_error/enum",keyword:"enum",params:{allowedValues: schema75.properties.on_error.enum},schema:schema75.properties.on_error.enum,parentSchema:schema75.properties.on_error,data:data29};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema75.type,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate271.errors = vErrors;
return errors === 0;
}

const schema76 = {"type":"object","title":"an alert","required":["name","to"],"$comment":"ours","additionalProperties":false,"properties":{"name":{"type":"string"},"description":{"type":["string","null"]},"on":{"anyOf":[{"enum":["error","warn"]},{"type":"array","items":{"enum":["error","warn"]}}]},"of":{"anyOf":[{"enum":["monitors","tests","loads","models","all"]},{"type":"array","items":{"enum":["monitors","tests","loads","models","all"]}}]},"names":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"to":{"anyOf":[{"const":"stdout"},{"type":"object","title":"\"to\"","$comment":"ours","additionalProperties":false,"properties":{"stdout":{},"file":{"anyOf":[{"type":"string"},{"type":"object","title":"\"file\"","required":["path"],"$comment":"ours","additionalProperties":false,"properties":{"path":{"type":"string"},"document":{},"alert":{}}}]},"webhook":{"anyOf":[{"type":"string"},{"type":"object","title":"\"webhook\"","required":["url"],"$comment":"ours","additionalProperties":false,"properties":{"url":{"type":"string"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"body":{}}}]},"command":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}}]},"retries":{"type":"integer","minimum":0,"maximum":10},"repeat_every":{"type":["string","number"]}}};

function validate276(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.to === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "to"},schema:schema76.required,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "description")) || (key0 === "on")) || (key0 === "of")) || (key0 === "names")) || (key0 === "to")) || (key0 === "retries")) || (key0 === "repeat_every"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema76.properties.name.type,parentSchema:schema76.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema76.properties.description.type},schema:schema76.properties.description.type,parentSchema:schema76.properties.description,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.on !== undefined){
let data2 = data.on;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(!((data2 === "error") || (data2 === "warn"))){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/properties/on/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema76.properties.on.anyOf[0].enum},schema:schema76.properties.on.anyOf[0].enum,parentSchema:schema76.properties.on.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs10 = errors;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!((data3 === "error") || (data3 === "warn"))){
const err6 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/properties/on/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema76.properties.on.anyOf[1].items.enum},schema:schema76.properties.on.anyOf[1].items.enum,parentSchema:schema76.properties.on.anyOf[1].items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/on",schemaPath:"#/properties/on/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema76.properties.on.anyOf[1].type,parentSchema:schema76.properties.on.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err8 = {instancePath:instancePath+"/on",schemaPath:"#/properties/on/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.on.anyOf,parentSchema:schema76.properties.on,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.of !== undefined){
let data4 = data.of;
const _errs14 = errors;
let valid4 = false;
const _errs15 = errors;
if(!(((((data4 === "monitors") || (data4 === "tests")) || (data4 === "loads")) || (data4 === "models")) || (data4 === "all"))){
const err9 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema76.properties.of.anyOf[0].enum},schema:schema76.properties.of.anyOf[0].enum,parentSchema:schema76.properties.of.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid1 = _errs15 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs16 = errors;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!(((((data5 === "monitors") || (data5 === "tests")) || (data5 === "loads")) || (data5 === "models")) || (data5 === "all"))){
const err10 = {instancePath:instancePath+"/of/" + i1,schemaPath:"#/properties/of/anyOf/1/items/enum",keyword:"enum",params:{allowedValues: schema76.properties.of.anyOf[1].items.enum},schema:schema76.properties.of.anyOf[1].items.enum,parentSchema:schema76.properties.of.anyOf[1].items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema76.properties.of.anyOf[1].type,parentSchema:schema76.properties.of.anyOf[1],data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs16 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
const err12 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.of.anyOf,parentSchema:schema76.properties.of,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
}
if(data.names !== undefined){
let data6 = data.names;
const _errs20 = errors;
let valid7 = false;
const _errs21 = errors;
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema76.properties.names.anyOf[0].type,parentSchema:schema76.properties.names.anyOf[0],data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid2 = _errs21 === errors;
valid7 = valid7 || _valid2;
if(!valid7){
const _errs23 = errors;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
if(typeof data7 !== "string"){
const err14 = {instancePath:instancePath+"/names/" + i2,schemaPath:"#/properties/names/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema76.properties.names.anyOf[1].items.type,parentSchema:schema76.properties.names.anyOf[1].items,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema76.properties.names.anyOf[1].type,parentSchema:schema76.properties.names.anyOf[1],data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid2 = _errs23 === errors;
valid7 = valid7 || _valid2;
}
if(!valid7){
const err16 = {instancePath:instancePath+"/names",schemaPath:"#/properties/names/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.names.anyOf,parentSchema:schema76.properties.names,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
}
if(data.to !== undefined){
let data8 = data.to;
const _errs28 = errors;
let valid10 = false;
const _errs29 = errors;
if("stdout" !== data8){
const err17 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/anyOf/0/const",keyword:"const",params:{allowedValue: "stdout"},schema:"stdout",parentSchema:schema76.properties.to.anyOf[0],data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid3 = _errs29 === errors;
valid10 = valid10 || _valid3;
if(!valid10){
const _errs30 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
if(!((((key1 === "stdout") || (key1 === "file")) || (key1 === "webhook")) || (key1 === "command"))){
const err18 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema76.properties.to.anyOf[1],data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data8.file !== undefined){
let data9 = data8.file;
const _errs35 = errors;
let valid12 = false;
const _errs36 = errors;
if(typeof data9 !== "string"){
const err19 = {instancePath:instancePath+"/to/file",schemaPath:"#/properties/to/anyOf/1/properties/file/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.file.anyOf[0].type,parentSchema:schema76.properties.to.anyOf[1].properties.file.anyOf[0],data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid4 = _errs36 === errors;
valid12 = valid12 || _valid4;
if(!valid12){
const _errs38 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.path === undefined){
const err20 = {instancePath:instancePath+"/to/file",schemaPath:"#/properties/to/anyOf/1/properties/file/anyOf/1/required",keyword:"required",params:{missingProperty: "path"},schema:schema76.properties.to.anyOf[1].properties.file.anyOf[1].required,parentSchema:schema76.properties.to.anyOf[1].properties.file.anyOf[1],data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key2 in data9){
if(!(((key2 === "path") || (key2 === "document")) || (key2 === "alert"))){
const err21 = {instancePath:instancePath+"/to/file",schemaPath:"#/properties/to/anyOf/1/properties/file/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema76.properties.to.anyOf[1].properties.file.anyOf[1],data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.path !== undefined){
let data10 = data9.path;
if(typeof data10 !== "string"){
const err22 = {instancePath:instancePath+"/to/file/path",schemaPath:"#/properties/to/anyOf/1/properties/file/anyOf/1/properties/path/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.file.anyOf[1].properties.path.type,parentSchema:schema76.properties.to.anyOf[1].properties.file.anyOf[1].properties.path,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/to/file",schemaPath:"#/properties/to/anyOf/1/properties/file/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema76.properties.to.anyOf[1].properties.file.anyOf[1].type,parentSchema:schema76.properties.to.anyOf[1].properties.file.anyOf[1],data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var _valid4 = _errs38 === errors;
valid12 = valid12 || _valid4;
}
if(!valid12){
const err24 = {instancePath:instancePath+"/to/file",schemaPath:"#/properties/to/anyOf/1/properties/file/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.to.anyOf[1].properties.file.anyOf,parentSchema:schema76.properties.to.anyOf[1].properties.file,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
}
if(data8.webhook !== undefined){
let data11 = data8.webhook;
const _errs45 = errors;
let valid14 = false;
const _errs46 = errors;
if(typeof data11 !== "string"){
const err25 = {instancePath:instancePath+"/to/webhook",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[0].type,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid5 = _errs46 === errors;
valid14 = valid14 || _valid5;
if(!valid14){
const _errs48 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.url === undefined){
const err26 = {instancePath:instancePath+"/to/webhook",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/1/required",keyword:"required",params:{missingProperty: "url"},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].required,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key3 in data11){
if(!(((key3 === "url") || (key3 === "headers")) || (key3 === "body"))){
const err27 = {instancePath:instancePath+"/to/webhook",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.url !== undefined){
let data12 = data11.url;
if(typeof data12 !== "string"){
const err28 = {instancePath:instancePath+"/to/webhook/url",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/1/properties/url/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].properties.url.type,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].properties.url,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.headers !== undefined){
let data13 = data11.headers;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key4 in data13){
let data14 = data13[key4];
if(typeof data14 !== "string"){
const err29 = {instancePath:instancePath+"/to/webhook/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/1/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].properties.headers.additionalProperties.type,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].properties.headers.additionalProperties,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/to/webhook/headers",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/1/properties/headers/type",keyword:"type",params:{type: "object"},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].properties.headers.type,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].properties.headers,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/to/webhook",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1].type,parentSchema:schema76.properties.to.anyOf[1].properties.webhook.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid5 = _errs48 === errors;
valid14 = valid14 || _valid5;
}
if(!valid14){
const err32 = {instancePath:instancePath+"/to/webhook",schemaPath:"#/properties/to/anyOf/1/properties/webhook/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.to.anyOf[1].properties.webhook.anyOf,parentSchema:schema76.properties.to.anyOf[1].properties.webhook,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
errors = _errs45;
if(vErrors !== null){
if(_errs45){
vErrors.length = _errs45;
}
else {
vErrors = null;
}
}
}
}
if(data8.command !== undefined){
let data15 = data8.command;
const _errs60 = errors;
let valid17 = false;
const _errs61 = errors;
if(typeof data15 !== "string"){
const err33 = {instancePath:instancePath+"/to/command",schemaPath:"#/properties/to/anyOf/1/properties/command/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.command.anyOf[0].type,parentSchema:schema76.properties.to.anyOf[1].properties.command.anyOf[0],data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid6 = _errs61 === errors;
valid17 = valid17 || _valid6;
if(!valid17){
const _errs63 = errors;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(typeof data16 !== "string"){
const err34 = {instancePath:instancePath+"/to/command/" + i3,schemaPath:"#/properties/to/anyOf/1/properties/command/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema76.properties.to.anyOf[1].properties.command.anyOf[1].items.type,parentSchema:schema76.properties.to.anyOf[1].properties.command.anyOf[1].items,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/to/command",schemaPath:"#/properties/to/anyOf/1/properties/command/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema76.properties.to.anyOf[1].properties.command.anyOf[1].type,parentSchema:schema76.properties.to.anyOf[1].properties.command.anyOf[1],data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
var _valid6 = _errs63 === errors;
valid17 = valid17 || _valid6;
}
if(!valid17){
const err36 = {instancePath:instancePath+"/to/command",schemaPath:"#/properties/to/anyOf/1/properties/command/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.to.anyOf[1].properties.command.anyOf,parentSchema:schema76.properties.to.anyOf[1].properties.command,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema76.properties.to.anyOf[1].type,parentSchema:schema76.properties.to.anyOf[1],data:data8};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var _valid3 = _errs30 === errors;
valid10 = valid10 || _valid3;
}
if(!valid10){
const err38 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/anyOf",keyword:"anyOf",params:{},schema:schema76.properties.to.anyOf,parentSchema:schema76.properties.to,data:data8};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
}
if(data.retries !== undefined){
let data17 = data.retries;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err39 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/type",keyword:"type",params:{type: "integer"},schema:schema76.properties.retries.type,parentSchema:schema76.properties.retries,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 10 || isNaN(data17)){
const err40 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema76.properties.retries,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err41 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema76.properties.retries,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data.repeat_every !== undefined){
let data18 = data.repeat_every;
if((typeof data18 !== "string") && (!((typeof data18 == "number") && (isFinite(data18))))){
const err42 = {instancePath:instancePath+"/repeat_every",schemaPath:"#/properties/repeat_every/type",keyword:"type",params:{type: schema76.properties.repeat_every.type},schema:schema76.properties.repeat_every.type,parentSchema:schema76.properties.repeat_every,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema76.type,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
validate276.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="properties" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema22.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if((((!((typeof data0 == "number") && (isFinite(data0)))) && (typeof data0 !== "string")) && (!(data0 && typeof data0 == "object" && !Array.isArray(data0)))) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema22.properties.version.type},schema:schema22.properties.version.type,parentSchema:schema22.properties.version,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.models !== undefined){
let data1 = data.models;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate86(data1[i0], {instancePath:instancePath+"/models/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},schema:schema22.properties.models.type,parentSchema:schema22.properties.models,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.seeds !== undefined){
let data3 = data.seeds;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate154(data3[i1], {instancePath:instancePath+"/seeds/" + i1,parentData:data3,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/type",keyword:"type",params:{type: "array"},schema:schema22.properties.seeds.type,parentSchema:schema22.properties.seeds,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.snapshots !== undefined){
let data5 = data.snapshots;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(!(validate164(data5[i2], {instancePath:instancePath+"/snapshots/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/snapshots",schemaPath:"#/properties/snapshots/type",keyword:"type",params:{type: "array"},schema:schema22.properties.snapshots.type,parentSchema:schema22.properties.snapshots,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.analyses !== undefined){
let data7 = data.analyses;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate174(data7[i3], {instancePath:instancePath+"/analyses/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/analyses",schemaPath:"#/properties/analyses/type",keyword:"type",params:{type: "array"},schema:schema22.properties.analyses.type,parentSchema:schema22.properties.analyses,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.sources !== undefined){
let data9 = data.sources;
if(Array.isArray(data9)){
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
if(!(validate181(data9[i4], {instancePath:instancePath+"/sources/" + i4,parentData:data9,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},schema:schema22.properties.sources.type,parentSchema:schema22.properties.sources,data:data9};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.macros !== undefined){
let data11 = data.macros;
if(Array.isArray(data11)){
const len5 = data11.length;
for(let i5=0; i5<len5; i5++){
if(!(validate202(data11[i5], {instancePath:instancePath+"/macros/" + i5,parentData:data11,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/macros",schemaPath:"#/properties/macros/type",keyword:"type",params:{type: "array"},schema:schema22.properties.macros.type,parentSchema:schema22.properties.macros,data:data11};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.data_tests !== undefined){
let data13 = data.data_tests;
if((!(Array.isArray(data13))) && (data13 !== null)){
const err8 = {instancePath:instancePath+"/data_tests",schemaPath:"#/properties/data_tests/type",keyword:"type",params:{type: schema22.properties.data_tests.type},schema:schema22.properties.data_tests.type,parentSchema:schema22.properties.data_tests,data:data13};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data13)){
const len6 = data13.length;
for(let i6=0; i6<len6; i6++){
if(!(validate206(data13[i6], {instancePath:instancePath+"/data_tests/" + i6,parentData:data13,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate206.errors : vErrors.concat(validate206.errors);
errors = vErrors.length;
}
}
}
}
if(data.tests !== undefined){
let data15 = data.tests;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err9 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: schema22.properties.tests.type},schema:schema22.properties.tests.type,parentSchema:schema22.properties.tests,data:data15};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(Array.isArray(data15)){
const len7 = data15.length;
for(let i7=0; i7<len7; i7++){
if(!(validate206(data15[i7], {instancePath:instancePath+"/tests/" + i7,parentData:data15,parentDataProperty:i7,rootData}))){
vErrors = vErrors === null ? validate206.errors : vErrors.concat(validate206.errors);
errors = vErrors.length;
}
}
}
}
if(data.groups !== undefined){
let data17 = data.groups;
if(Array.isArray(data17)){
const len8 = data17.length;
for(let i8=0; i8<len8; i8++){
if(!(validate212(data17[i8], {instancePath:instancePath+"/groups/" + i8,parentData:data17,parentDataProperty:i8,rootData}))){
vErrors = vErrors === null ? validate212.errors : vErrors.concat(validate212.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},schema:schema22.properties.groups.type,parentSchema:schema22.properties.groups,data:data17};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exposures !== undefined){
let data19 = data.exposures;
if(Array.isArray(data19)){
const len9 = data19.length;
for(let i9=0; i9<len9; i9++){
if(!(validate215(data19[i9], {instancePath:instancePath+"/exposures/" + i9,parentData:data19,parentDataProperty:i9,rootData}))){
vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/exposures",schemaPath:"#/properties/exposures/type",keyword:"type",params:{type: "array"},schema:schema22.properties.exposures.type,parentSchema:schema22.properties.exposures,data:data19};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.metrics !== undefined){
let data21 = data.metrics;
if(Array.isArray(data21)){
const len10 = data21.length;
for(let i10=0; i10<len10; i10++){
if(!(validate217(data21[i10], {instancePath:instancePath+"/metrics/" + i10,parentData:data21,parentDataProperty:i10,rootData}))){
vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},schema:schema22.properties.metrics.type,parentSchema:schema22.properties.metrics,data:data21};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.semantic_models !== undefined){
let data23 = data.semantic_models;
if(Array.isArray(data23)){
const len11 = data23.length;
for(let i11=0; i11<len11; i11++){
if(!(validate236(data23[i11], {instancePath:instancePath+"/semantic_models/" + i11,parentData:data23,parentDataProperty:i11,rootData}))){
vErrors = vErrors === null ? validate236.errors : vErrors.concat(validate236.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/semantic_models",schemaPath:"#/properties/semantic_models/type",keyword:"type",params:{type: "array"},schema:schema22.properties.semantic_models.type,parentSchema:schema22.properties.semantic_models,data:data23};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.pii_classes !== undefined){
let data25 = data.pii_classes;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
const err14 = {instancePath:instancePath+"/pii_classes",schemaPath:"#/properties/pii_classes/type",keyword:"type",params:{type: schema22.properties.pii_classes.type},schema:schema22.properties.pii_classes.type,parentSchema:schema22.properties.pii_classes,data:data25};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key1 in data25){
let data26 = data25[key1];
const _errs44 = errors;
let valid26 = false;
const _errs45 = errors;
if(!(((((data26 === "mask") || (data26 === "hash")) || (data26 === "tokenize")) || (data26 === "redact")) || (data26 === "none"))){
const err15 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/pii_classes/additionalProperties/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema22.properties.pii_classes.additionalProperties.anyOf[0].enum},schema:schema22.properties.pii_classes.additionalProperties.anyOf[0].enum,parentSchema:schema22.properties.pii_classes.additionalProperties.anyOf[0],data:data26};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs45 === errors;
valid26 = valid26 || _valid0;
if(!valid26){
const _errs46 = errors;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key2 in data26){
if(!(((key2 === "policy") || (key2 === "prefix")) || (key2 === "allow_unkeyed"))){
const err16 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/pii_classes/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema22.properties.pii_classes.additionalProperties.anyOf[1],data:data26};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data26.policy !== undefined){
let data27 = data26.policy;
if(!(((((data27 === "mask") || (data27 === "hash")) || (data27 === "tokenize")) || (data27 === "redact")) || (data27 === "none"))){
const err17 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/policy",schemaPath:"#/properties/pii_classes/additionalProperties/anyOf/1/properties/policy/enum",keyword:"enum",params:{allowedValues: schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.policy.enum},schema:schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.policy.enum,parentSchema:schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.policy,data:data27};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data26.prefix !== undefined){
let data28 = data26.prefix;
if(typeof data28 !== "string"){
const err18 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/prefix",schemaPath:"#/properties/pii_classes/additionalProperties/anyOf/1/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.prefix.type,parentSchema:schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.prefix,data:data28};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data26.allow_unkeyed !== undefined){
let data29 = data26.allow_unkeyed;
if(typeof data29 !== "boolean"){
const err19 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/allow_unkeyed",schemaPath:"#/properties/pii_classes/additionalProperties/anyOf/1/properties/allow_unkeyed/type",keyword:"type",params:{type: "boolean"},schema:schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.allow_unkeyed.type,parentSchema:schema22.properties.pii_classes.additionalProperties.anyOf[1].properties.allow_unkeyed,data:data29};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/pii_classes/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema22.properties.pii_classes.additionalProperties.anyOf[1].type,parentSchema:schema22.properties.pii_classes.additionalProperties.anyOf[1],data:data26};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid0 = _errs46 === errors;
valid26 = valid26 || _valid0;
}
if(!valid26){
const err21 = {instancePath:instancePath+"/pii_classes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/pii_classes/additionalProperties/anyOf",keyword:"anyOf",params:{},schema:schema22.properties.pii_classes.additionalProperties.anyOf,parentSchema:schema22.properties.pii_classes.additionalProperties,data:data26};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
}
}
}
}
if(data.saved_queries !== undefined){
let data30 = data.saved_queries;
if(Array.isArray(data30)){
const len12 = data30.length;
for(let i12=0; i12<len12; i12++){
if(!(validate254(data30[i12], {instancePath:instancePath+"/saved_queries/" + i12,parentData:data30,parentDataProperty:i12,rootData}))){
vErrors = vErrors === null ? validate254.errors : vErrors.concat(validate254.errors);
errors = vErrors.length;
}
}
}
else {
const err22 = {instancePath:instancePath+"/saved_queries",schemaPath:"#/properties/saved_queries/type",keyword:"type",params:{type: "array"},schema:schema22.properties.saved_queries.type,parentSchema:schema22.properties.saved_queries,data:data30};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.unit_tests !== undefined){
let data32 = data.unit_tests;
if(Array.isArray(data32)){
const len13 = data32.length;
for(let i13=0; i13<len13; i13++){
if(!(validate260(data32[i13], {instancePath:instancePath+"/unit_tests/" + i13,parentData:data32,parentDataProperty:i13,rootData}))){
vErrors = vErrors === null ? validate260.errors : vErrors.concat(validate260.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/unit_tests",schemaPath:"#/properties/unit_tests/type",keyword:"type",params:{type: "array"},schema:schema22.properties.unit_tests.type,parentSchema:schema22.properties.unit_tests,data:data32};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.reports !== undefined){
let data34 = data.reports;
if((!(Array.isArray(data34))) && (data34 !== null)){
const err24 = {instancePath:instancePath+"/reports",schemaPath:"#/properties/reports/type",keyword:"type",params:{type: schema22.properties.reports.type},schema:schema22.properties.reports.type,parentSchema:schema22.properties.reports,data:data34};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(Array.isArray(data34)){
const len14 = data34.length;
for(let i14=0; i14<len14; i14++){
if(!(validate265(data34[i14], {instancePath:instancePath+"/reports/" + i14,parentData:data34,parentDataProperty:i14,rootData}))){
vErrors = vErrors === null ? validate265.errors : vErrors.concat(validate265.errors);
errors = vErrors.length;
}
}
}
}
if(data.functions !== undefined){
let data36 = data.functions;
if(Array.isArray(data36)){
const len15 = data36.length;
for(let i15=0; i15<len15; i15++){
if(!(validate269(data36[i15], {instancePath:instancePath+"/functions/" + i15,parentData:data36,parentDataProperty:i15,rootData}))){
vErrors = vErrors === null ? validate269.errors : vErrors.concat(validate269.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "array"},schema:schema22.properties.functions.type,parentSchema:schema22.properties.functions,data:data36};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.monitors !== undefined){
let data38 = data.monitors;
if((!(Array.isArray(data38))) && (data38 !== null)){
const err26 = {instancePath:instancePath+"/monitors",schemaPath:"#/properties/monitors/type",keyword:"type",params:{type: schema22.properties.monitors.type},schema:schema22.properties.monitors.type,parentSchema:schema22.properties.monitors,data:data38};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(Array.isArray(data38)){
const len16 = data38.length;
for(let i16=0; i16<len16; i16++){
if(!(validate271(data38[i16], {instancePath:instancePath+"/monitors/" + i16,parentData:data38,parentDataProperty:i16,rootData}))){
vErrors = vErrors === null ? validate271.errors : vErrors.concat(validate271.errors);
errors = vErrors.length;
}
}
}
}
if(data.alerts !== undefined){
let data40 = data.alerts;
if((!(Array.isArray(data40))) && (data40 !== null)){
const err27 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/type",keyword:"type",params:{type: schema22.properties.alerts.type},schema:schema22.properties.alerts.type,parentSchema:schema22.properties.alerts,data:data40};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(Array.isArray(data40)){
const len17 = data40.length;
for(let i17=0; i17<len17; i17++){
if(!(validate276(data40[i17], {instancePath:instancePath+"/alerts/" + i17,parentData:data40,parentDataProperty:i17,rootData}))){
vErrors = vErrors === null ? validate276.errors : vErrors.concat(validate276.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}

export const testConfig = validate278;
const schema77 = {"$id":"testConfig","title":"the settings of a test","type":"object","properties":{"severity":{"type":"string","pattern":"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},"enabled":{"type":["boolean","null"]},"store_failures":{"type":["boolean","null"]},"store_failures_as":{"enum":["ephemeral","table","view",null]},"where":{"type":["string","number","boolean","null"]},"limit":{"anyOf":[{"type":["integer","null"]},{"type":"string","pattern":"^\\d+$"}]},"warn_if":{"type":["string","number","boolean","null"]},"error_if":{"type":["string","number","boolean","null"]},"fail_calc":{"type":["string","number","boolean","null"]},"alias":{"type":["string","number","boolean","null"]},"schema":{"type":["string","number","boolean","null"]},"database":{"type":["string","number","boolean","null"]},"group":{"type":["string","number","boolean","null"]},"meta":{"type":["object","null"]},"sql_header":{"type":["string","null"]},"tags":{"anyOf":[{"type":["string","null"]},{"type":"array","items":{"type":"string"}}]}}};

function validate278(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="testConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.severity !== undefined){
let data0 = data.severity;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err0 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/pattern",keyword:"pattern",params:{pattern: "^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$"},schema:"^(?:[Ww][Aa][Rr][Nn]|[Ee][Rr][Rr][Oo][Rr])$",parentSchema:schema77.properties.severity,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/type",keyword:"type",params:{type: "string"},schema:schema77.properties.severity.type,parentSchema:schema77.properties.severity,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.enabled !== undefined){
let data1 = data.enabled;
if((typeof data1 !== "boolean") && (data1 !== null)){
const err2 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: schema77.properties.enabled.type},schema:schema77.properties.enabled.type,parentSchema:schema77.properties.enabled,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.store_failures !== undefined){
let data2 = data.store_failures;
if((typeof data2 !== "boolean") && (data2 !== null)){
const err3 = {instancePath:instancePath+"/store_failures",schemaPath:"#/properties/store_failures/type",keyword:"type",params:{type: schema77.properties.store_failures.type},schema:schema77.properties.store_failures.type,parentSchema:schema77.properties.store_failures,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.store_failures_as !== undefined){
let data3 = data.store_failures_as;
if(!((((data3 === "ephemeral") || (data3 === "table")) || (data3 === "view")) || (data3 === null))){
const err4 = {instancePath:instancePath+"/store_failures_as",schemaPath:"#/properties/store_failures_as/enum",keyword:"enum",params:{allowedValues: schema77.properties.store_failures_as.enum},schema:schema77.properties.store_failures_as.enum,parentSchema:schema77.properties.store_failures_as,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if((((typeof data4 !== "string") && (!((typeof data4 == "number") && (isFinite(data4))))) && (typeof data4 !== "boolean")) && (data4 !== null)){
const err5 = {instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: schema77.properties.where.type},schema:schema77.properties.where.type,parentSchema:schema77.properties.where,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.limit !== undefined){
let data5 = data.limit;
const _errs11 = errors;
let valid1 = false;
const _errs12 = errors;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (data5 !== null)){
const err6 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf/0/type",keyword:"type",params:{type: schema77.properties.limit.anyOf[0].type},schema:schema77.properties.limit.anyOf[0].type,parentSchema:schema77.properties.limit.anyOf[0],data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs14 = errors;
if(typeof data5 === "string"){
if(!pattern1.test(data5)){
const err7 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^\\d+$"},schema:"^\\d+$",parentSchema:schema77.properties.limit.anyOf[1],data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema77.properties.limit.anyOf[1].type,parentSchema:schema77.properties.limit.anyOf[1],data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs14 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err9 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/anyOf",keyword:"anyOf",params:{},schema:schema77.properties.limit.anyOf,parentSchema:schema77.properties.limit,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
}
if(data.warn_if !== undefined){
let data6 = data.warn_if;
if((((typeof data6 !== "string") && (!((typeof data6 == "number") && (isFinite(data6))))) && (typeof data6 !== "boolean")) && (data6 !== null)){
const err10 = {instancePath:instancePath+"/warn_if",schemaPath:"#/properties/warn_if/type",keyword:"type",params:{type: schema77.properties.warn_if.type},schema:schema77.properties.warn_if.type,parentSchema:schema77.properties.warn_if,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.error_if !== undefined){
let data7 = data.error_if;
if((((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")) && (data7 !== null)){
const err11 = {instancePath:instancePath+"/error_if",schemaPath:"#/properties/error_if/type",keyword:"type",params:{type: schema77.properties.error_if.type},schema:schema77.properties.error_if.type,parentSchema:schema77.properties.error_if,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.fail_calc !== undefined){
let data8 = data.fail_calc;
if((((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))) && (typeof data8 !== "boolean")) && (data8 !== null)){
const err12 = {instancePath:instancePath+"/fail_calc",schemaPath:"#/properties/fail_calc/type",keyword:"type",params:{type: schema77.properties.fail_calc.type},schema:schema77.properties.fail_calc.type,parentSchema:schema77.properties.fail_calc,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.alias !== undefined){
let data9 = data.alias;
if((((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))) && (typeof data9 !== "boolean")) && (data9 !== null)){
const err13 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: schema77.properties.alias.type},schema:schema77.properties.alias.type,parentSchema:schema77.properties.alias,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.schema !== undefined){
let data10 = data.schema;
if((((typeof data10 !== "string") && (!((typeof data10 == "number") && (isFinite(data10))))) && (typeof data10 !== "boolean")) && (data10 !== null)){
const err14 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: schema77.properties.schema.type},schema:schema77.properties.schema.type,parentSchema:schema77.properties.schema,data:data10};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.database !== undefined){
let data11 = data.database;
if((((typeof data11 !== "string") && (!((typeof data11 == "number") && (isFinite(data11))))) && (typeof data11 !== "boolean")) && (data11 !== null)){
const err15 = {instancePath:instancePath+"/database",schemaPath:"#/properties/database/type",keyword:"type",params:{type: schema77.properties.database.type},schema:schema77.properties.database.type,parentSchema:schema77.properties.database,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.group !== undefined){
let data12 = data.group;
if((((typeof data12 !== "string") && (!((typeof data12 == "number") && (isFinite(data12))))) && (typeof data12 !== "boolean")) && (data12 !== null)){
const err16 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: schema77.properties.group.type},schema:schema77.properties.group.type,parentSchema:schema77.properties.group,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.meta !== undefined){
let data13 = data.meta;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
const err17 = {instancePath:instancePath+"/meta",schemaPath:"#/properties/meta/type",keyword:"type",params:{type: schema77.properties.meta.type},schema:schema77.properties.meta.type,parentSchema:schema77.properties.meta,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.sql_header !== undefined){
let data14 = data.sql_header;
if((typeof data14 !== "string") && (data14 !== null)){
const err18 = {instancePath:instancePath+"/sql_header",schemaPath:"#/properties/sql_header/type",keyword:"type",params:{type: schema77.properties.sql_header.type},schema:schema77.properties.sql_header.type,parentSchema:schema77.properties.sql_header,data:data14};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.tags !== undefined){
let data15 = data.tags;
const _errs35 = errors;
let valid2 = false;
const _errs36 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
const err19 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/anyOf/0/type",keyword:"type",params:{type: schema77.properties.tags.anyOf[0].type},schema:schema77.properties.tags.anyOf[0].type,parentSchema:schema77.properties.tags.anyOf[0],data:data15};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid1 = _errs36 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs38 = errors;
if(Array.isArray(data15)){
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(typeof data16 !== "string"){
const err20 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/properties/tags/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema77.properties.tags.anyOf[1].items.type,parentSchema:schema77.properties.tags.anyOf[1].items,data:data16};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema77.properties.tags.anyOf[1].type,parentSchema:schema77.properties.tags.anyOf[1],data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var _valid1 = _errs38 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err22 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/anyOf",keyword:"anyOf",params:{},schema:schema77.properties.tags.anyOf,parentSchema:schema77.properties.tags,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema77.type,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate278.errors = vErrors;
return errors === 0;
}
