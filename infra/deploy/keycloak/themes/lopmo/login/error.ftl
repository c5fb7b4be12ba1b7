<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("lopmoNotPossible")}
  <#elseif section = "form">
    <p class="word word-error" role="alert">${kcSanitize(message.summary)?no_esc}</p>
    <a class="btn main" id="backToApplication" href="/">${msg("lopmoBack")}</a>
  </#if>
</@layout.registrationLayout>
